package eu.waymark.register.change;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.RegisterProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that somebody wants, and what became of it. */
@Entity
@Table(name = "proposed_change")
class ProposedChange {

    static final String PROPOSED = "proposed";
    static final String CONFIRMED = "confirmed";
    static final String REFUSED = "refused";
    static final String WITHDRAWN = "withdrawn";

    @Id
    UUID id = UUID.randomUUID();

    String kind = "";
    String code = "";

    @Column(name = "base_version")
    @Nullable
    Integer baseVersion;

    @Nullable
    String before;

    String after = "";
    String state = PROPOSED;

    @Column(name = "proposed_by")
    String proposedBy = "";

    @Column(name = "proposer_agency")
    String proposerAgency = "";

    @Column(name = "proposed_at")
    Instant proposedAt = Instant.EPOCH;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decider_agency")
    @Nullable
    String deciderAgency;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Nullable
    String reason;

    @Version
    int version;

    boolean isOpen() {
        return state.equals(PROPOSED);
    }

    void confirm(Caller by, Instant at) {
        requireOther(by);
        decide(CONFIRMED, by, at);
    }

    void refuse(Caller by, Instant at, String why) {
        requireOther(by);
        decide(REFUSED, by, at);
        reason = why;
    }

    void withdraw(Caller by, Instant at) {
        if (!by.subject().equals(proposedBy)) {
            throw RegisterProblem.SECOND_REGISTRAR_NEEDED.because(
                    "Only its author withdraws a proposal. Refuse it, with a reason.");
        }
        decide(WITHDRAWN, by, at);
    }

    private void requireOther(Caller by) {
        if (by.subject().equals(proposedBy)) {
            throw RegisterProblem.SECOND_REGISTRAR_NEEDED.because(
                    "You proposed this. Ask another registrar, or withdraw it.");
        }
    }

    private void decide(String outcome, Caller by, Instant at) {
        if (!isOpen()) {
            throw decided();
        }
        state = outcome;
        decidedBy = by.subject();
        deciderAgency = by.agency();
        decidedAt = at;
    }

    private static ProblemException decided() {
        return RegisterProblem.ILLEGAL_TRANSITION.because("The proposal was decided already. Read what became of it.");
    }
}
