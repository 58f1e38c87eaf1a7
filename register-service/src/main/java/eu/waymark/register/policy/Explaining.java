package eu.waymark.register.policy;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.Action;
import eu.waymark.access.AgencyType;
import eu.waymark.access.Explanation;
import eu.waymark.access.PurposeOfUse;
import eu.waymark.access.Question;
import eu.waymark.access.Relationship;
import eu.waymark.access.Role;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.policy.PolicyViews.ExplanationView;
import eu.waymark.register.policy.PolicyViews.ExplanationView.Needed;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says why the caller may, or may not; of a child only what the caller's own records tell already. */
@Singleton
class Explaining {

    private final Policies policies;
    private final OwnRelationship own;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final CurrentAccess access;

    Explaining(
            Policies policies, OwnRelationship own, AuditedWork audited, CurrentCaller caller, CurrentAccess access) {
        this.policies = policies;
        this.own = own;
        this.audited = audited;
        this.caller = caller;
        this.access = access;
    }

    ExplanationView explain(String asked, @Nullable UUID about) {
        requireKnown(asked);
        return audited.run(RegisterEvent.ACCESS_EXPLAINED, trail -> {
            var relationship = about == null ? Relationship.NONE : own.to(about, trail);
            trail.note("asked", asked);
            var question = new Question(
                    caller.get().roles(),
                    caller.get().agencyType(),
                    access.get().purpose(),
                    relationship.code(),
                    asked);
            return view(question, relationship, policies.inForce().explain(question));
        });
    }

    private static void requireKnown(String asked) {
        var isLevel = Arrays.stream(AccessLevel.values())
                .anyMatch(level -> level.name().equals(asked));
        if (!isLevel && Action.of(asked).isEmpty()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Ask for EXISTENCE, SUMMARY, FULL, or for an action of the decision table.")
                    .at("asked", "is not a known action");
        }
    }

    private static ExplanationView view(Question question, Relationship relationship, Explanation why) {
        var decision = why.decision();
        return new ExplanationView(
                String.valueOf(question.asked()),
                decision.permitted(),
                decision.level().name(),
                question.roles().stream().sorted().toList(),
                String.valueOf(question.agencyType()),
                String.valueOf(question.purpose()),
                relationship.code(),
                decision.policyVersion(),
                decision.rule(),
                new Needed(
                        why.roles().stream().map(Role::code).toList(),
                        why.agencyTypes().stream().map(AgencyType::code).toList(),
                        why.purposes().stream().map(PurposeOfUse::code).toList(),
                        why.relationships().stream().map(Relationship::code).toList()),
                Words.of(question, relationship, why));
    }
}
