package eu.waymark.identity.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That two records are one child, which only named workers know. */
@Entity
@Table(name = "sealed_link")
class SealedLink {

    /** How long the end of a link in force waits for its second; the database holds it too. */
    private static final Duration ENDING_LAPSES = Duration.ofDays(14);

    @Id
    private UUID id;

    @Column(name = "record_a", updatable = false)
    private UUID recordA;

    @Column(name = "record_b", updatable = false)
    private UUID recordB;

    @Enumerated(EnumType.STRING)
    private SealedLinkStatus status = SealedLinkStatus.PROPOSED;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private DecisionReason reason;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    @Column(updatable = false)
    private String agency;

    @Column(name = "confirmed_by")
    private @Nullable String confirmedBy;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @Column(name = "ending_by")
    private @Nullable String endingBy;

    @Column(name = "ending_agency")
    private @Nullable String endingAgency;

    @Column(name = "ending_at")
    private @Nullable Instant endingAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Column(name = "ended_agency")
    private @Nullable String endedAgency;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SealedLink() {}

    SealedLink(Pair pair, DecisionReason reason, Decider by, Instant at) {
        this.id = UUID.randomUUID();
        this.recordA = pair.a().id();
        this.recordB = pair.b().id();
        this.reason = reason;
        this.proposedBy = by.subject();
        this.agency = by.agency();
        this.proposedAt = at;
    }

    void confirm(Decider second) {
        status = status.to(SealedLinkStatus.IN_FORCE);
        confirmedBy = second.subject();
    }

    boolean isInForce() {
        return status == SealedLinkStatus.IN_FORCE;
    }

    boolean isEndingProposed(Instant now) {
        return isInForce() && endingAt != null && now.isBefore(endingAt.plus(ENDING_LAPSES));
    }

    /** Whether somebody would be the second to end it: another person, of the other agency where there are two. */
    boolean isSecondToEnd(Decider decider, boolean isOfOneAgency) {
        return !decider.subject().equals(endingBy)
                && (isOfOneAgency || !decider.agency().equals(endingAgency));
    }

    void proposeEnding(Decider first, Instant at) {
        endingBy = first.subject();
        endingAgency = first.agency();
        endingAt = at;
    }

    void end(Decider by) {
        status = status.to(SealedLinkStatus.ENDED);
        endedBy = by.subject();
        endedAgency = by.agency();
    }

    boolean isProposedBy(Decider decider) {
        return proposedBy.equals(decider.subject());
    }

    boolean isProposedFrom(Decider decider) {
        return agency.equals(decider.agency());
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

    SealedLinkStatus status() {
        return status;
    }

    DecisionReason reason() {
        return reason;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    int version() {
        return version;
    }
}
