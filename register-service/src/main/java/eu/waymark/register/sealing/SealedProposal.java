package eu.waymark.register.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one who knows proposes and a second decides: to unseal, or to pass responsibility on. */
@Entity
@Table(name = "sealing_proposal")
class SealedProposal {

    static final String UNSEALING = "unsealing";
    static final String HANDOVER = "handover";

    /** How long it waits for its second; the database holds it too. */
    static final Duration LAPSES = Duration.ofDays(14);

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "sealing_id")
    UUID sealingId = new UUID(0, 0);

    String kind = "";

    @Column(name = "to_agency")
    @Nullable
    String toAgency;

    @Nullable
    String workers;

    @Column(name = "proposed_by")
    String proposedBy = "";

    @Column(name = "proposed_at")
    Instant proposedAt = Instant.EPOCH;

    @Column(name = "decided_at", insertable = false, updatable = false)
    @Nullable
    Instant decidedAt;

    @Column(insertable = false, updatable = false)
    @Nullable
    String outcome;
}
