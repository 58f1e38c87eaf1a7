package eu.waymark.access;

import java.util.Set;

/**
 * One permission: for these roles, in these kinds of agency, for these purposes, with one of these relationships to the
 * child. There are no rules that deny, and no wildcards: what no rule names is denied.
 *
 * @param level the most these may read
 * @param actions what these may do besides
 */
public record Rule(
        String id,
        Set<Role> roles,
        Set<AgencyType> agencyTypes,
        Set<PurposeOfUse> purposes,
        Set<Relationship> relationships,
        AccessLevel level,
        Set<Action> actions) {

    public Rule {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A rule has an id");
        }
        roles = Set.copyOf(roles);
        agencyTypes = Set.copyOf(agencyTypes);
        purposes = Set.copyOf(purposes);
        relationships = Set.copyOf(relationships);
        actions = Set.copyOf(actions);
    }

    boolean appliesTo(Facts facts) {
        return facts.roles().stream().anyMatch(roles::contains)
                && agencyTypes.contains(facts.agencyType())
                && (facts.administrative() || appliesToChild(facts));
    }

    private boolean appliesToChild(Facts facts) {
        return facts.purpose().filter(purposes::contains).isPresent()
                && facts.relationship().filter(relationships::contains).isPresent();
    }

    /** Whether this rule permits the action asked for; true where the question is to read. */
    boolean permitsAction(Facts facts) {
        return facts.action().map(actions::contains).orElse(true);
    }
}
