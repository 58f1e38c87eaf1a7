package eu.waymark.referral.missing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody of the agency, a relative perhaps, for whom an episode does not exist. */
@Entity
@Table(name = "missing_conflict")
class MissingConflict {

    /** Who, and of which episode. */
    @Embeddable
    record Key(@Column(name = "episode_id") UUID episodeId, String subject) {}

    @EmbeddedId
    Key key = new Key(new UUID(0, 0), "");

    @Column(name = "set_by")
    String setBy = "";

    @Column(name = "set_at")
    Instant setAt = Instant.EPOCH;
}
