package eu.waymark.identity.review;

import eu.waymark.identity.link.Decider;
import eu.waymark.identity.link.DecisionReason;
import eu.waymark.identity.link.Pair;
import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pair that waits for a person, and who has it in hand. */
@Entity
@Table(name = "pair_review")
class Review {

    /** Long enough to read two records and telephone, short enough that a forgotten claim does not hold up a child. */
    private static final Duration CLAIM = Duration.ofMinutes(30);

    @Id
    private UUID id;

    @Column(name = "record_a", updatable = false)
    private UUID recordA;

    @Column(name = "record_b", updatable = false)
    private UUID recordB;

    @Column(name = "agency_a", updatable = false)
    private String agencyA;

    @Column(name = "agency_b", updatable = false)
    private String agencyB;

    @Column(name = "country_a", updatable = false)
    private String countryA;

    @Column(name = "country_b", updatable = false)
    private String countryB;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private QueueReason reason;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.OPEN;

    @Column(updatable = false)
    private int rank;

    @Column(name = "queued_at", updatable = false)
    private Instant queuedAt;

    @Column(name = "claimed_by")
    private @Nullable String claimedBy;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    @Column(name = "proposed_by")
    private @Nullable String proposedBy;

    @Column(name = "proposed_agency")
    private @Nullable String proposedAgency;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposed_reason")
    private @Nullable DecisionReason proposedReason;

    @Column(name = "wrapped_key")
    private byte @Nullable [] wrappedKey;

    @Column
    private byte @Nullable [] note;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Review() {}

    Review(Pair pair, QueueReason reason, int rank, Instant at) {
        this.id = UUID.randomUUID();
        this.recordA = pair.a().id();
        this.recordB = pair.b().id();
        this.agencyA = pair.a().agency();
        this.agencyB = pair.b().agency();
        this.countryA = pair.a().country();
        this.countryB = pair.b().country();
        this.reason = reason;
        this.rank = rank;
        this.queuedAt = at;
    }

    void claim(Caller by, Instant now) {
        claimedBy = by.subject();
        claimedUntil = now.plus(CLAIM);
    }

    boolean isClaimedBy(Caller caller, Instant now) {
        return isClaimed(now) && caller.subject().equals(claimedBy);
    }

    boolean isClaimed(Instant now) {
        return claimedUntil != null && now.isBefore(claimedUntil);
    }

    void propose(Decider by, DecisionReason why) {
        become(ReviewStatus.PROPOSED);
        proposedBy = by.subject();
        proposedAgency = by.agency();
        proposedReason = why;
    }

    /** Moves on and lets go of the claim. */
    void become(ReviewStatus next) {
        status = status.to(next);
        claimedBy = null;
        claimedUntil = null;
        if (next == ReviewStatus.OPEN) {
            proposedBy = null;
            proposedAgency = null;
            proposedReason = null;
        }
    }

    void leave(Sealed words) {
        wrappedKey = words.wrappedKey();
        note = words.ciphertext();
    }

    Optional<Sealed> note() {
        return wrappedKey == null || note == null ? Optional.empty() : Optional.of(new Sealed(wrappedKey, note));
    }

    Optional<Decider> proposer() {
        return proposedBy == null || proposedAgency == null
                ? Optional.empty()
                : Optional.of(new Decider(proposedBy, proposedAgency));
    }

    @Nullable
    DecisionReason proposedReason() {
        return proposedReason;
    }

    UUID id() {
        return id;
    }

    UUID recordA() {
        return recordA;
    }

    UUID recordB() {
        return recordB;
    }

    QueueReason reason() {
        return reason;
    }

    ReviewStatus status() {
        return status;
    }

    Place place() {
        return new Place(rank, id);
    }

    Instant queuedAt() {
        return queuedAt;
    }

    @Nullable
    Instant claimedUntil() {
        return claimedUntil;
    }

    int version() {
        return version;
    }
}
