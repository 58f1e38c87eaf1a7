package eu.waymark.referral.access;

import eu.waymark.access.Action;
import eu.waymark.access.Question;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.PoliciesInForce;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the access policy about the current request. Which of the two agencies asks is not its concern. */
@ApplicationScoped
public class Permits {

    private static final Set<String> ANSWERING_ROLES = Set.of("practitioner");
    private static final String ANSWERING_PURPOSE = "CP-ASSESS";

    private final PoliciesInForce policies;
    private final CurrentCaller caller;
    private final CurrentAccess access;

    Permits(PoliciesInForce policies, CurrentCaller caller, CurrentAccess access) {
        this.policies = policies;
        this.caller = caller;
        this.access = access;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 when the policy permits none of these */
    public void requireAny(Action... actions) {
        var by = caller.get();
        var purpose = access.get().purpose();
        if (Stream.of(actions).noneMatch(action -> permits(by.roles(), by.agencyType(), purpose, action))) {
            throw CommonProblem.FORBIDDEN.because(
                    "The access policy, version %s, does not permit this to your role, agency and purpose."
                            .formatted(policies.now().version()));
        }
    }

    /** Whether people of that kind of agency may decide on a referral at all. */
    public boolean mayAnswer(String agencyType) {
        return mayDo(agencyType, Action.DECIDE_REFERRAL);
    }

    /** Whether people of that kind of agency may do that at all. */
    public boolean mayDo(String agencyType, Action action) {
        return permits(ANSWERING_ROLES, agencyType, ANSWERING_PURPOSE, action);
    }

    /** Whether people of that kind of agency may answer requests for information at all. */
    public boolean mayAnswerInformation(String agencyType) {
        return permits(ANSWERING_ROLES, agencyType, "CP-INFO-REQUEST", Action.ANSWER_INFORMATION);
    }

    private boolean permits(Set<String> roles, String agencyType, @Nullable String purpose, Action action) {
        var decision = policies.now()
                .decide(new Question(roles, agencyType, purpose, Relationship.NONE.code(), action.code()));
        return decision.permitted();
    }
}
