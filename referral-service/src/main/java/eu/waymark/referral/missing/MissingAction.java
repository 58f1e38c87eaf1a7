package eu.waymark.referral.missing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One thing that is expected while a child is missing, and what became of it. */
@Entity
@DynamicUpdate
@Table(name = "missing_action")
class MissingAction {

    static final String DONE = "done";
    static final String OVERTAKEN = "overtaken";
    static final String RAISE_ALERT = "raise-alert";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "episode_id")
    UUID episodeId = new UUID(0, 0);

    String action = "";
    int place;

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    @Nullable
    String outcome;

    byte @Nullable [] reason;

    @Column(name = "done_by")
    @Nullable
    String doneBy;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;

    boolean isOpen() {
        return outcome == null;
    }

    void answer(String how, String by, Instant at) {
        outcome = how;
        doneBy = by;
        doneAt = at;
    }
}
