package eu.waymark.register.movement;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a child has moved, may move, or is in danger elsewhere, as its holder reported it. It does not change. */
@Entity
class Movement implements Personal {

    static final String IN_DANGER = "in-danger";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    @Column(name = "from_agency")
    String fromAgency = "";

    String kind = "";

    @Column(name = "expected_on")
    @Nullable
    LocalDate expectedOn;

    String purpose = "";

    @Column(name = "reported_by")
    String reportedBy = "";

    @Column(name = "reported_at")
    Instant reportedAt = Instant.EPOCH;

    @Override
    public String toString() {
        return REDACTED;
    }
}
