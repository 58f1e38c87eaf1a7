package eu.waymark.register.retention;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody decided about keeping an entry, and why. */
@Entity
@Table(name = "retention_decision")
class RetentionDecision implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String kind = "";

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] reason = {};

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    @Override
    public String toString() {
        return REDACTED;
    }
}
