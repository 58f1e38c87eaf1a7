package eu.waymark.register.transfer;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.register.RegisterProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal that another agency become responsible, and what came of it. */
@Entity
class Transfer implements Personal {

    static final String PROPOSED = "proposed";
    static final String RECEIVED = "received";
    static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";
    static final String WITHDRAWN = "withdrawn";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    @Column(name = "from_agency")
    String fromAgency = "";

    @Column(name = "to_agency")
    String toAgency = "";

    String reason = "";
    String status = PROPOSED;

    @Column(name = "proposed_by")
    String proposedBy = "";

    @Column(name = "proposed_at")
    Instant proposedAt = Instant.EPOCH;

    @Column(name = "received_by")
    @Nullable
    String receivedBy;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    @Column(name = "clock_rule")
    String clockRule = "";

    @Column(name = "clock_start")
    String clockStart = "";

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    @Column(name = "due_until")
    @Nullable
    Instant dueUntil;

    @Column(name = "overdue_at")
    @Nullable
    Instant overdueAt;

    @Column(name = "conference_on")
    @Nullable
    LocalDate conferenceOn;

    @Column(name = "decision_reason")
    @Nullable
    String decisionReason;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Version
    int version;

    boolean isOpen() {
        return status.equals(PROPOSED) || status.equals(RECEIVED);
    }

    boolean isBetween(String agency) {
        return fromAgency.equals(agency) || toAgency.equals(agency);
    }

    /**
     * Whether somebody of the receiving agency sees whom it is about: who took it, and who answers for what is taken there,
     * from reception on; nobody any more once it was rejected or withdrawn.
     */
    boolean isOpenedTo(Caller who) {
        var isTaken = status.equals(RECEIVED) || status.equals(ACCEPTED);
        return isTaken && (who.subject().equals(receivedBy) || who.has("manager") || who.has("supervisor"));
    }

    void startClock(Instant start, ReceivingClock clock) {
        var due = clock.dueFrom(start);
        dueOn = due.date();
        dueUntil = due.until();
    }

    void receive(String by, Instant at) {
        if (!status.equals(PROPOSED)) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(
                    isOpen() ? "Somebody of your agency has taken it already." : "The transfer has ended.");
        }
        status = RECEIVED;
        receivedBy = by;
        receivedAt = at;
    }

    void accept(String by, Instant at, LocalDate conference) {
        requireOpen();
        if (!status.equals(RECEIVED)) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(
                    "First somebody of your agency takes it: confirm reception.");
        }
        conferenceOn = conference;
        end(ACCEPTED, by, at);
    }

    void reject(String why, String by, Instant at) {
        requireOpen();
        decisionReason = why;
        end(REJECTED, by, at);
    }

    void withdraw(String why, String by, Instant at) {
        requireOpen();
        decisionReason = why;
        end(WITHDRAWN, by, at);
    }

    void requireOpen() {
        if (!isOpen()) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("The transfer has ended.");
        }
    }

    private void end(String how, String by, Instant at) {
        status = how;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
