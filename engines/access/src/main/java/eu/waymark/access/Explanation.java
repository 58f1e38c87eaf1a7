package eu.waymark.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why a question is decided as it is, and what alone would have to be different for it to be permitted.
 *
 * @param roles any one of these would do, everything else being equal; so with the others
 */
public record Explanation(
        Decision decision,
        List<Role> roles,
        List<AgencyType> agencyTypes,
        List<PurposeOfUse> purposes,
        List<Relationship> relationships) {

    static Explanation of(AccessPolicy policy, Question asked) {
        var decision = policy.decide(asked);
        if (decision.permitted()) {
            return new Explanation(decision, List.of(), List.of(), List.of(), List.of());
        }
        return new Explanation(
                decision,
                permitting(
                        policy, List.of(Role.values()), role -> with(asked, Set.of(role.code()), asked.agencyType())),
                permitting(policy, List.of(AgencyType.values()), type -> with(asked, asked.roles(), type.code())),
                permitting(
                        policy,
                        List.of(PurposeOfUse.values()),
                        purpose -> new Question(
                                asked.roles(),
                                asked.agencyType(),
                                purpose.code(),
                                asked.relationship(),
                                asked.asked())),
                permitting(
                        policy,
                        List.of(Relationship.values()),
                        relationship -> new Question(
                                asked.roles(),
                                asked.agencyType(),
                                asked.purpose(),
                                relationship.code(),
                                asked.asked())));
    }

    private static Question with(Question asked, Set<String> roles, @Nullable String agencyType) {
        return new Question(roles, agencyType, asked.purpose(), asked.relationship(), asked.asked());
    }

    private static <V> List<V> permitting(AccessPolicy policy, Collection<V> values, Function<V, Question> question) {
        return values.stream()
                .filter(value -> policy.decide(question.apply(value)).permitted())
                .toList();
    }
}
