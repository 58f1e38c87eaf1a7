package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of work on one child, handed from an agency to another. Its texts are ciphertext here. */
@Entity
@Table(name = "referral")
class Referral implements Personal {

    /** Who hands over to whom. */
    @Embeddable
    record Parties(
            @Column(updatable = false) String fromAgency,
            @Column(updatable = false) String fromCountry,
            @Column(updatable = false) String toAgency) {}

    /** What is handed over. */
    @Embeddable
    record Work(
            @Column(updatable = false) UUID personRecordId,

            @Enumerated(EnumType.STRING) @Column(updatable = false)
            Kind kind,

            @Enumerated(EnumType.STRING) @Column(updatable = false)
            Urgency urgency,

            @Column(updatable = false) byte[] reason) {}

    /** Who sent it, and by when it should be decided. */
    @Embeddable
    record Sending(
            @Column(updatable = false) String sentBy,
            @Column(updatable = false) Instant sentAt,
            @Column(updatable = false) Instant dueAt,
            @Column(updatable = false) String dueRule) {}

    /** Who ended the waiting, the recipient or the sender. */
    @Embeddable
    record Decision(String decidedBy, Instant decidedAt, byte @Nullable [] decisionReason) {}

    @Id
    private UUID id;

    @Embedded
    private Parties parties;

    @Embedded
    private Work work;

    @Embedded
    private Sending sending;

    @Embedded
    private @Nullable Decision decision;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    Referral(UUID id, Parties parties, Work work, Sending sending) {
        this.id = id;
        this.parties = parties;
        this.work = work;
        this.sending = sending;
        this.status = ReferralStatus.SENT;
    }

    /**
     * Moves to the given state, once and for all.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException {@code illegal-transition} when that state cannot follow
     */
    void decide(ReferralStatus outcome, Decision decision) {
        this.status = status.to(outcome);
        this.decision = decision;
    }

    boolean isFrom(String agency) {
        return parties.fromAgency().equals(agency);
    }

    boolean isTo(String agency) {
        return parties.toAgency().equals(agency);
    }

    UUID id() {
        return id;
    }

    Parties parties() {
        return parties;
    }

    Work work() {
        return work;
    }

    Sending sending() {
        return sending;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    ReferralStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
