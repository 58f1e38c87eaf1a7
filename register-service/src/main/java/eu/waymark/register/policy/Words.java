package eu.waymark.register.policy;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.AgencyType;
import eu.waymark.access.Explanation;
import eu.waymark.access.PurposeOfUse;
import eu.waymark.access.Question;
import eu.waymark.access.Relationship;
import eu.waymark.access.Role;
import java.util.ArrayList;
import java.util.List;

/** An explanation for somebody who has never read a policy. */
final class Words {

    private static final String FLOOR = "floor";

    private Words() {}

    static String of(Question question, Relationship relationship, Explanation why) {
        var sentences = new ArrayList<String>();
        sentences.add("You ask as %s of a %s agency, for %s; by your agency's own records you are %s."
                .formatted(
                        String.join(", ", question.roles().stream().sorted().toList()),
                        question.agencyType(),
                        question.purpose(),
                        words(relationship)));
        sentences.add(decided(String.valueOf(question.asked()), why));
        if (!why.decision().permitted()) {
            sentences.addAll(needed(why));
        }
        return String.join(" ", sentences);
    }

    private static String decided(String asked, Explanation why) {
        var decision = why.decision();
        if (decision.permitted()) {
            return "You may: rule '%s' of policy %s permits %s."
                    .formatted(decision.rule(), decision.policyVersion(), asked);
        }
        if (decision.level() != AccessLevel.NONE) {
            return "You may not read %s: rule '%s' of policy %s lets you read %s and no more."
                    .formatted(asked, decision.rule(), decision.policyVersion(), decision.level());
        }
        return decision.rule().equals(FLOOR)
                ? "You may not: no policy can permit this, whoever writes it."
                : "You may not: no rule of policy %s permits %s.".formatted(decision.policyVersion(), asked);
    }

    private static List<String> needed(Explanation why) {
        var needed = new ArrayList<String>();
        add(
                needed,
                "for a purpose of",
                why.purposes().stream().map(PurposeOfUse::code).toList());
        add(
                needed,
                "by",
                why.relationships().stream()
                        .map(Words::words)
                        .map(words -> "being " + words)
                        .toList());
        add(needed, "in the role of", why.roles().stream().map(Role::code).toList());
        add(
                needed,
                "from an agency of the type",
                why.agencyTypes().stream().map(AgencyType::code).toList());
        return needed.isEmpty() ? List.of("No single change would be enough.") : needed;
    }

    private static void add(List<String> needed, String how, List<String> values) {
        if (!values.isEmpty()) {
            needed.add("It would be permitted " + how + " " + String.join(" or ", values) + ".");
        }
    }

    private static String words(Relationship relationship) {
        return switch (relationship) {
            case HOLDER -> "responsible for the child";
            case FORMER_HOLDER -> "formerly responsible for the child";
            case DISCLOSED_TO -> "told about the child by whoever is responsible";
            case TRANSFER_RECIPIENT -> "asked to take the child over";
            case EMERGENCY_ACCESS -> "in open emergency access to the child";
            case AGREEMENT -> "named by an agreement that tells without a request";
            case REFERRAL -> "working on a referral about the child";
            case NONE, EXCLUDED, PROTECTION_CLAIMED_AGAINST -> "nothing to a child that they know of";
        };
    }
}
