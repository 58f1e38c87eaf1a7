package eu.waymark.referral.rule;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule document that somebody wants in force, and what became of it. */
@Entity
@Table(name = "rule_proposal")
class RuleProposal {

    static final String PROPOSED = "proposed";

    @Id
    UUID id = UUID.randomUUID();

    @Column(updatable = false)
    String version = "";

    @Column(updatable = false)
    String document = "";

    @Column(updatable = false)
    @Nullable
    Instant validFrom;

    @Column(updatable = false)
    int publishedBefore;

    String state = PROPOSED;

    @Column(updatable = false)
    String proposedBy = "";

    @Column(updatable = false)
    Instant proposedAt = Instant.EPOCH;

    @Nullable
    String decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String reason;

    boolean isOpen() {
        return state.equals(PROPOSED);
    }

    void confirm(Caller by, Instant at) {
        requireOther(by);
        decide("confirmed", by, at);
    }

    void refuse(Caller by, Instant at, String why) {
        requireOther(by);
        decide("refused", by, at);
        reason = why;
    }

    void withdraw(Caller by, Instant at) {
        if (!by.subject().equals(proposedBy)) {
            throw secondNeeded("Only its author withdraws a proposal. Refuse it, with a reason.");
        }
        decide("withdrawn", by, at);
    }

    private void requireOther(Caller by) {
        if (by.subject().equals(proposedBy)) {
            throw secondNeeded("You proposed this. Ask another registrar, or withdraw it.");
        }
    }

    private static ProblemException secondNeeded(String detail) {
        return ReferralProblem.SECOND_REGISTRAR_NEEDED.because(detail);
    }

    private void decide(String outcome, Caller by, Instant at) {
        if (!isOpen()) {
            throw ReferralProblem.PROPOSAL_DECIDED.because("Read what became of it.");
        }
        state = outcome;
        decidedBy = by.subject();
        decidedAt = at;
    }
}
