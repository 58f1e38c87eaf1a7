package eu.waymark.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that a policy permits, written out for those who read law and not rules: what no line names is denied.
 *
 * @param version of the policy
 * @param lines what may be read and done about a child
 * @param administration what may be done that touches no child, whatever the purpose
 */
public record DecisionTable(String version, List<Line> lines, List<Administration> administration) {

    public DecisionTable {
        lines = List.copyOf(lines);
        administration = List.copyOf(administration);
    }

    /**
     * What somebody may, who has this role in this kind of agency, for this purpose, being this to the child.
     *
     * @param level the most they may read
     * @param rules the ids of the rules that say so, the most generous first
     */
    public record Line(
            Role role,
            AgencyType agencyType,
            PurposeOfUse purpose,
            Relationship relationship,
            AccessLevel level,
            SortedSet<Action> actions,
            List<String> rules) {}

    /** What a role may do in a kind of agency that touches no child. */
    public record Administration(Role role, AgencyType agencyType, SortedSet<Action> actions) {}

    static DecisionTable of(AccessPolicy policy) {
        var lines = new ArrayList<Line>();
        var administration = new ArrayList<Administration>();
        for (var role : Role.values()) {
            for (var agencyType : AgencyType.values()) {
                var rules = policy.rules().stream()
                        .filter(rule -> rule.roles().contains(role)
                                && rule.agencyTypes().contains(agencyType))
                        .toList();
                lines(role, agencyType, rules).forEach(lines::add);
                administration(role, agencyType, rules).ifPresent(administration::add);
            }
        }
        return new DecisionTable(policy.version(), lines, administration);
    }

    private static Stream<Line> lines(Role role, AgencyType agencyType, List<Rule> rules) {
        return rules.isEmpty()
                ? Stream.empty()
                : Stream.of(PurposeOfUse.values())
                        .flatMap(purpose -> Stream.of(Relationship.values())
                                .map(relationship -> Facts.toRead(role, agencyType, purpose, relationship)))
                        .filter(facts -> Floor.refusal(facts).isEmpty())
                        .flatMap(facts -> line(role, facts, rules).stream());
    }

    private static Optional<Line> line(Role role, Facts facts, List<Rule> rules) {
        var applying = rules.stream()
                .filter(rule -> rule.appliesTo(facts))
                .sorted(Comparator.comparing(Rule::level).reversed())
                .toList();
        var level = applying.stream()
                .map(Rule::level)
                .findFirst()
                .orElse(AccessLevel.NONE)
                .atMost(Floor.ceiling(facts));
        var actions = actions(applying, false);
        if (level == AccessLevel.NONE && actions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                role,
                facts.agencyType(),
                facts.purpose().orElseThrow(),
                facts.relationship().orElseThrow(),
                level,
                actions,
                applying.stream().map(Rule::id).toList()));
    }

    private static Optional<Administration> administration(Role role, AgencyType agencyType, List<Rule> rules) {
        var actions = actions(rules, true);
        return actions.isEmpty() || agencyType == AgencyType.IMMIGRATION_ENFORCEMENT
                ? Optional.empty()
                : Optional.of(new Administration(role, agencyType, actions));
    }

    private static SortedSet<Action> actions(List<Rule> rules, boolean administrative) {
        var actions = new TreeSet<Action>();
        rules.stream()
                .flatMap(rule -> rule.actions().stream())
                .filter(action -> action.administrative() == administrative)
                .forEach(actions::add);
        return actions;
    }
}
