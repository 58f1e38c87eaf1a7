package eu.waymark.register.basis;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a country was told for vital interests, where no basis was in force; and what a supervisor said of it. */
@Entity
class Derogation implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String agency = "";
    String country = "";
    String kind = "";
    UUID reference = new UUID(0, 0);

    @Column(name = "recorded_by")
    String recordedBy = "";

    @Column(name = "recorded_at")
    Instant recordedAt = Instant.EPOCH;

    @Column(name = "review_due_on")
    LocalDate reviewDueOn = LocalDate.EPOCH;

    @Nullable
    String outcome;

    @Column(name = "reviewed_by")
    @Nullable
    String reviewedBy;

    @Column(name = "reviewed_at")
    @Nullable
    Instant reviewedAt;

    @Version
    int version;

    @Override
    public String toString() {
        return REDACTED;
    }
}
