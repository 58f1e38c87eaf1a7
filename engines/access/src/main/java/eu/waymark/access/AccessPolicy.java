package eu.waymark.access;

import java.util.Comparator;
import java.util.List;

/**
 * A policy document: a version and the rules it is made of. Immutable, and free of side effects.
 *
 * @param version named in every decision
 */
public record AccessPolicy(String version, List<Rule> rules) {

    public AccessPolicy {
        rules = List.copyOf(rules);
        if (version.isBlank()) {
            throw new IllegalArgumentException("A policy has a version");
        }
        if (rules.stream().map(Rule::id).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("Two rules of a policy share an id");
        }
    }

    /** The policy that comes with Waymark, {@code policy-v1.json}. */
    public static AccessPolicy shipped() {
        return PolicyReader.readShipped();
    }

    /** @throws InvalidPolicyException for an unknown property or code, a missing or repeated one, or anything but JSON */
    public static AccessPolicy parse(String json) {
        return PolicyReader.read(json);
    }

    /** What is wrong with a document, field by field; empty where {@link #parse} takes it. */
    public static List<PolicyProblem> problems(String json) {
        return PolicyProblems.of(json);
    }

    /** The document that comes with Waymark, as it is written. */
    public static String shippedDocument() {
        return PolicyReader.shippedText();
    }

    /** Why a question is decided as it is. */
    public Explanation explain(Question question) {
        return Explanation.of(this, question);
    }

    /** Everything that this policy permits. */
    public DecisionTable table() {
        return DecisionTable.of(this);
    }

    /**
     * Decides one question. What is unknown is denied, what the floor forbids is denied whatever the rules say, and what no
     * rule permits is denied.
     */
    public Decision decide(Question question) {
        var facts = Facts.of(question);
        if (facts.isEmpty()) {
            return denied(Reason.UNKNOWN_VALUE, Decision.DEFAULT);
        }
        return Floor.refusal(facts.get())
                .map(reason -> denied(reason, Decision.FLOOR))
                .orElseGet(() -> decide(facts.get()));
    }

    /**
     * Whether somebody may read what the agency was told, whatever it is to the child: only role, kind of agency and purpose
     * of the question count.
     */
    public boolean mayBeTold(Question question) {
        return new BeingTold(this, question).isPermitted();
    }

    /** The most generous of the rules that apply, the first of them where several are equal. */
    private Decision decide(Facts facts) {
        return rules.stream()
                .filter(rule -> rule.appliesTo(facts) && rule.permitsAction(facts))
                .max(Comparator.comparing(Rule::level).thenComparing(this::earlier))
                .map(rule -> granted(rule, facts))
                .orElseGet(() -> denied(Reason.NO_RULE, Decision.DEFAULT));
    }

    private int earlier(Rule one, Rule other) {
        return rules.indexOf(other) - rules.indexOf(one);
    }

    private Decision granted(Rule rule, Facts facts) {
        var most = rule.level().atMost(Floor.ceiling(facts));
        if (facts.action().isPresent()) {
            return new Decision(most, Reason.PERMITTED, rule.id(), version);
        }
        var asked = facts.level().orElse(AccessLevel.NONE);
        if (most == AccessLevel.NONE) {
            return denied(Reason.NO_RULE, Decision.DEFAULT);
        }
        var reason = asked.compareTo(most) <= 0 ? Reason.PERMITTED : Reason.NARROWED;
        return new Decision(most.atMost(asked), reason, rule.id(), version);
    }

    private Decision denied(Reason reason, String rule) {
        return new Decision(AccessLevel.NONE, reason, rule, version);
    }
}
