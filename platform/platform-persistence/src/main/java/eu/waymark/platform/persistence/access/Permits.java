package eu.waymark.platform.persistence.access;

import eu.waymark.access.Action;
import eu.waymark.access.Decision;
import eu.waymark.access.Question;
import eu.waymark.access.Relationship;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.inject.Singleton;

/** Asks the access policy about the current request. */
@Singleton
public class Permits {

    private final PoliciesInForce policies;
    private final CurrentCaller caller;
    private final CurrentAccess access;

    Permits(PoliciesInForce policies, CurrentCaller caller, CurrentAccess access) {
        this.policies = policies;
        this.caller = caller;
        this.access = access;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 when the policy does not permit it */
    public void require(Action action, Relationship relationship) {
        require(action.code(), relationship);
    }

    /** @param level {@code EXISTENCE}, {@code SUMMARY} or {@code FULL} */
    public void requireLevel(String level, Relationship relationship) {
        require(level, relationship);
    }

    /**
     * For what the caller's agency was told, whatever it is to the child: inbox, alerts, notices, requests.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 403 for a role and purpose for which the policy has nothing read
     */
    public void requireTold() {
        var policy = policies.now();
        var who = caller.get();
        if (!policy.mayBeTold(
                new Question(who.roles(), who.agencyType(), access.get().purpose(), null, null))) {
            throw CommonProblem.FORBIDDEN.because("The access policy (version " + policy.version()
                    + ") lets nobody with your role and purpose be told of a child.");
        }
    }

    /**
     * Whether the policy lets the caller read this much, where a refusal is no answer of its own.
     *
     * @param level {@code EXISTENCE}, {@code SUMMARY} or {@code FULL}
     */
    public boolean allows(String level, Relationship relationship) {
        return decide(level, relationship).permitted();
    }

    private Decision decide(String asked, Relationship relationship) {
        var who = caller.get();
        return policies.now()
                .decide(new Question(
                        who.roles(), who.agencyType(), access.get().purpose(), relationship.code(), asked));
    }

    private void require(String asked, Relationship relationship) {
        var decision = decide(asked, relationship);
        if (!decision.permitted()) {
            throw CommonProblem.FORBIDDEN.because("The access policy (version " + decision.policyVersion() + ", "
                    + decision.rule() + ") does not permit this to your role, agency and purpose.");
        }
    }
}
