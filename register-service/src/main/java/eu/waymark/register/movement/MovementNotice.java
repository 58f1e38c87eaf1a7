package eu.waymark.register.movement;

import eu.waymark.clocks.DueDate;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one agency is told of a movement, and who there said that it is known. */
@Entity
@Table(name = "movement_notice")
class MovementNotice implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "movement_id")
    UUID movementId = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String agency = "";
    String country = "";

    @Column(name = "addressed_as")
    String addressedAs = "";

    @Column(name = "legal_basis")
    String legalBasis = "";

    @Column(name = "delivered_at")
    Instant deliveredAt = Instant.EPOCH;

    @Column(name = "clock_rule")
    String clockRule = "";

    @Column(name = "due_on")
    LocalDate dueOn = LocalDate.EPOCH;

    @Column(name = "due_until")
    Instant dueUntil = Instant.EPOCH;

    @Column(name = "overdue_at")
    @Nullable
    Instant overdueAt;

    @Column(name = "escalated_to")
    @Nullable
    String escalatedTo;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    @Column(name = "acknowledger_name")
    @Nullable
    String acknowledgerName;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Version
    int version;

    void due(String rule, DueDate due) {
        clockRule = rule;
        dueOn = due.date();
        dueUntil = due.until();
    }

    /** Whether an agency was told: by the notice, or because nobody answered it. */
    boolean reaches(String other) {
        return agency.equals(other) || other.equals(escalatedTo);
    }

    boolean isOpen() {
        return acknowledgedAt == null;
    }

    void acknowledge(Caller by, Instant at) {
        acknowledgedBy = by.subject();
        acknowledgerName = by.name();
        acknowledgedAt = at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
