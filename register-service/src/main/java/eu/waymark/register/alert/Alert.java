package eu.waymark.register.alert;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call to look out for a child, without name and place, and how it ended. */
@Entity
class Alert implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String agency = "";
    String kind = "";
    List<String> actions = List.of();

    @Nullable
    String reporter;

    @Column(name = "valid_until")
    LocalDate validUntil = LocalDate.EPOCH;

    @Column(name = "raised_by")
    String raisedBy = "";

    @Column(name = "raised_at")
    Instant raisedAt = Instant.EPOCH;

    @Nullable
    String outcome;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Version
    int version;

    boolean isOpen() {
        return outcome == null;
    }

    void end(String outcome, String by, Instant at) {
        this.outcome = outcome;
        closedBy = by;
        closedAt = at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
