package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a child that is back says to somebody who had no part in its care (EN-RHI: within 72 hours of its return). */
@Entity
@DynamicUpdate
@Table(name = "return_interview")
class ReturnInterview implements Personal {

    static final String DUE = "due";
    static final String OFFERED = "offered";
    static final String HELD = "held";
    static final String REFUSED = "refused";

    @Id
    @Column(name = "episode_id")
    UUID episodeId = new UUID(0, 0);

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    @Column(name = "due_rule")
    String dueRule = "";

    String status = DUE;

    @Column(name = "offered_at")
    @Nullable
    Instant offeredAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "held_by")
    @Nullable
    String heldBy;

    @Nullable
    List<String> reasons;

    byte @Nullable [] words;

    @Column(name = "recorded_by")
    @Nullable
    String recordedBy;

    @Version
    int version;

    boolean isOver() {
        return endedAt != null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
