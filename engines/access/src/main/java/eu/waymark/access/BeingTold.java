package eu.waymark.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether somebody may read what others told the agency of their own accord, whatever it is to the child: a notification, an
 * alert, a notice that a child moves, a request. To be told is not to look, and a duty tells a border guard as well, who may
 * look at nothing. So who reads of children by this policy reads here for the purposes that it names for that; and for who
 * reads nothing by it, the purpose is one that the policy names for the role, in whatever agency.
 */
final class BeingTold {

    private final AccessPolicy policy;
    private final Set<Role> roles;
    private final Optional<AgencyType> agencyType;
    private final Optional<PurposeOfUse> purpose;

    BeingTold(AccessPolicy policy, Question question) {
        this.policy = policy;
        this.roles = question.roles().stream()
                .flatMap(role -> Role.of(role).stream())
                .collect(Collectors.toSet());
        this.agencyType = AgencyType.of(question.agencyType());
        this.purpose = PurposeOfUse.of(question.purpose());
    }

    boolean isPermitted() {
        return agencyType.isPresent() && purpose.isPresent() && !isBarred() && named();
    }

    private boolean isBarred() {
        return agencyType.get() == AgencyType.IMMIGRATION_ENFORCEMENT
                || purpose.get() == PurposeOfUse.IMMIGRATION_ENFORCEMENT
                || roles.stream().anyMatch(Role::barredFromChildren);
    }

    private boolean named() {
        Predicate<Rule> reads = rule ->
                rule.agencyTypes().contains(agencyType.get()) && rule.level().compareTo(AccessLevel.EXISTENCE) >= 0;
        var reading = ofRole(reads);
        return ofRole(reading ? reads.and(this::namesPurpose) : this::namesPurpose);
    }

    private boolean namesPurpose(Rule rule) {
        return rule.purposes().contains(purpose.get());
    }

    private boolean ofRole(Predicate<Rule> which) {
        return policy.rules().stream()
                .filter(rule -> rule.roles().stream().anyMatch(roles::contains))
                .anyMatch(which);
    }
}
