package eu.waymark.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question whose values are all known. */
record Facts(
        Set<Role> roles,
        AgencyType agencyType,
        Optional<PurposeOfUse> purpose,
        Optional<Relationship> relationship,
        Optional<AccessLevel> level,
        Optional<Action> action) {

    /** Empty where a value is unknown, or absent and needed. */
    static Optional<Facts> of(Question question) {
        var roles = question.roles().stream()
                .flatMap(role -> Role.of(role).stream())
                .collect(Collectors.toSet());
        var purpose = PurposeOfUse.of(question.purpose());
        var relationship = Relationship.of(question.relationship());
        var level = AccessLevel.asked(question.asked());
        var action = Action.of(question.asked());
        var complete = action.filter(Action::administrative).isPresent()
                ? knownIfGiven(question.purpose(), purpose) && knownIfGiven(question.relationship(), relationship)
                : purpose.isPresent() && relationship.isPresent();
        if (roles.isEmpty() || !complete || (level.isEmpty() && action.isEmpty())) {
            return Optional.empty();
        }
        return AgencyType.of(question.agencyType())
                .map(agencyType -> new Facts(roles, agencyType, purpose, relationship, level, action));
    }

    /** Somebody who wants to read all there is about a child. */
    static Facts toRead(Role role, AgencyType agencyType, PurposeOfUse purpose, Relationship relationship) {
        return new Facts(
                Set.of(role),
                agencyType,
                Optional.of(purpose),
                Optional.of(relationship),
                Optional.of(AccessLevel.FULL),
                Optional.empty());
    }

    private static boolean knownIfGiven(@Nullable String given, Optional<?> known) {
        return given == null || known.isPresent();
    }

    boolean administrative() {
        return action.filter(Action::administrative).isPresent();
    }
}
