package eu.waymark.register.emergency;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody broke the glass, why, for which one child, and who reviews it. */
@Entity
@Table(name = "emergency_access")
class EmergencyAccess implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    @Nullable
    UUID entryId;

    @Column(name = "bound_at")
    @Nullable
    Instant boundAt;

    @Column(name = "opened_by")
    String openedBy = "";

    @Column(name = "opener_name")
    String openerName = "";

    String agency = "";
    String country = "";

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] reason = {};

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Column(name = "expires_at")
    Instant expiresAt = Instant.EPOCH;

    @Column(name = "opened_on")
    LocalDate openedOn = LocalDate.EPOCH;

    @Column(name = "day_no")
    int dayNo;

    @Column(updatable = false)
    int readings;

    @Column(name = "review_by")
    String reviewBy = "";

    @Column(name = "review_due_on")
    LocalDate reviewDueOn = LocalDate.EPOCH;

    @Column(name = "review_due_until")
    Instant reviewDueUntil = Instant.EPOCH;

    @Column(name = "escalated_at")
    @Nullable
    Instant escalatedAt;

    @Column(name = "escalated_to")
    @Nullable
    String escalatedTo;

    @Column(name = "reviewed_at")
    @Nullable
    Instant reviewedAt;

    @Version
    int version;

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isReviewedBy(String reviewer) {
        return reviewer.equals(reviewBy) || reviewer.equals(escalatedTo);
    }

    void bind(UUID entry, Instant at) {
        entryId = entry;
        boundAt = at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
