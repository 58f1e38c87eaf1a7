package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One round of an assessment: opened for a reason, approved, closed. On new facts the next one begins. */
@Entity
@Table(name = "assessment_edition")
class Edition implements Personal {

    @Embeddable
    record Key(UUID assessmentId, int number) {}

    /** Who opened it and why, and by when it is due. */
    @Embeddable
    record Opening(
            @Column(updatable = false) byte[] reason,
            @Column(updatable = false) String openedBy,
            @Column(updatable = false) Instant openedAt,

            @Column(updatable = false) @Nullable Instant dueAt,

            @Column(updatable = false) @Nullable String dueRule) {}

    @EmbeddedId
    private Key key;

    @Embedded
    private Opening opening;

    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Edition() {}

    Edition(Key key, Opening opening) {
        this.key = key;
        this.opening = opening;
    }

    void approve(String by, Instant at) {
        approvedBy = by;
        approvedAt = at;
    }

    void takeApprovalBack() {
        approvedBy = null;
        approvedAt = null;
    }

    void close(String by, Instant at) {
        closedBy = by;
        closedAt = at;
    }

    int number() {
        return key.number();
    }

    Opening opening() {
        return opening;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
