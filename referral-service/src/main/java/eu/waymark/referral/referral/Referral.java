package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.clock.Due;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of work on one child, handed from an agency to another. Its texts are ciphertext here. */
@Entity
@Table(name = "referral")
class Referral implements Personal {

    /** Who hands over to whom; in a draft that may still be open. */
    @Embeddable
    record Parties(
            @Column(updatable = false) String fromAgency,
            @Column(updatable = false) String fromCountry,
            @Nullable String toAgency) {}

    /** What is handed over; in a draft all but the child may still be open. */
    @Embeddable
    record Work(
            @Column(updatable = false) UUID personRecordId,
            @Enumerated(EnumType.STRING) @Nullable Kind kind,
            @Enumerated(EnumType.STRING) @Nullable Urgency urgency,
            @Enumerated(EnumType.STRING) @Nullable Level level,
            byte @Nullable [] reason) {}

    /** Who sent it, and by when it should be decided. */
    @Embeddable
    record Sending(String sentBy, Instant sentAt, Instant dueAt, String dueRule) {}

    /** Which worker of the recipient took it. */
    @Embeddable
    record Receipt(String receivedBy, Instant receivedAt) {}

    /** Who ended the waiting, the recipient or the sender. */
    @Embeddable
    record Decision(
            String decidedBy, Instant decidedAt, @Nullable String decisionCode, byte @Nullable [] decisionReason) {}

    @Id
    private UUID id;

    @Embedded
    private Parties parties;

    @Embedded
    private Work work;

    @Embedded
    private @Nullable Sending sending;

    @Embedded
    private @Nullable Receipt receipt;

    @Embedded
    private @Nullable Decision decision;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    private @Nullable Instant pausedAt;
    private Instant listedAt;
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    /** A draft. */
    Referral(UUID id, Parties parties, Work work, Instant at) {
        this.id = id;
        this.parties = parties;
        this.work = work;
        this.status = ReferralStatus.DRAFT;
        this.listedAt = at;
        this.changedAt = at;
    }

    /** Writes the draft anew; also a returned referral's question. */
    void write(@Nullable String toAgency, Work work) {
        this.parties = new Parties(parties.fromAgency(), parties.fromCountry(), toAgency);
        this.work = work;
    }

    void send(String toAgency, Sending sending) {
        this.parties = new Parties(parties.fromAgency(), parties.fromCountry(), toAgency);
        this.sending = sending;
        this.receipt = null;
        this.listedAt = sending.sentAt();
    }

    /** The clock stands, until it is answered. */
    void stand(Instant at) {
        this.pausedAt = at;
    }

    /** The clock goes on: the same sending, due at another time. */
    void goOn(Due due) {
        this.sending = new Sending(sent().sentBy(), sent().sentAt(), due.at(), due.rule());
    }

    void raise() {
        this.work = new Work(work.personRecordId(), work.kind(), work.urgency(), Level.PROTECTION, work.reason());
    }

    void receive(Receipt receipt) {
        this.receipt = receipt;
    }

    void decide(Decision decision) {
        this.decision = decision;
    }

    /** Moves on; the clock stands at most as long as it is returned. */
    void become(ReferralStatus next, Instant at) {
        this.status = next;
        this.changedAt = at;
        this.pausedAt = next == ReferralStatus.RETURNED ? pausedAt : null;
    }

    boolean isFrom(String agency) {
        return parties.fromAgency().equals(agency);
    }

    /** Whether it was sent to that agency: a draft that names it is not. */
    boolean isTo(String agency) {
        return sending != null && agency.equals(parties.toAgency());
    }

    /** Whether that agency reads what is told about the child. */
    boolean isReadBy(String agency) {
        return isFrom(agency) || isTo(agency) && status.isTakenOn();
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

    @Nullable
    Sending sending() {
        return sending;
    }

    /** How it was sent. Not for a draft. */
    Sending sent() {
        return Objects.requireNonNull(sending, "A draft is not sent yet");
    }

    /** To which agency it was sent. Not for a draft. */
    String recipient() {
        return Objects.requireNonNull(parties.toAgency(), "A draft has no recipient yet");
    }

    @Nullable
    Receipt receipt() {
        return receipt;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    ReferralStatus status() {
        return status;
    }

    @Nullable
    Instant pausedAt() {
        return pausedAt;
    }

    int version() {
        return version;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
