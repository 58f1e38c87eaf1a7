package eu.waymark.matching.explain;

import java.util.Locale;

/** Draws an explanation as plain text, one reason a line. */
public final class TextExplanation {

    private static final String LINE = "%7s  %s%n";

    private TextExplanation() {}

    /** Bits, sentence and, where the asker may see them, values; the weight and the probability below. */
    public static String of(Explanation explanation) {
        var text = new StringBuilder();
        for (Reason reason : explanation.reasons()) {
            String values = Plain.values(reason);
            String shown = values.isEmpty() ? "" : " [" + values + "]";
            text.append(LINE.formatted(Explanation.bits(reason.bits()), reason.sentence() + shown));
        }
        text.append(LINE.formatted("-".repeat(7), ""));
        return text.append(LINE.formatted(Explanation.bits(explanation.weight()), verdict(explanation)))
                .toString();
    }

    /** Band, probability and relation. */
    static String verdict(Explanation explanation) {
        String band =
                switch (explanation.band()) {
                    case CERTAIN -> "Match";
                    case POSSIBLE -> "Possible match";
                    case NONE -> "No match";
                };
        String relation =
                switch (explanation.relation()) {
                    case TWIN -> ", looks like a twin";
                    case SIBLING -> ", looks like a brother or sister";
                    case PARENT_OR_CHILD -> ", looks like a parent, a child or a namesake in the family";
                    case RELATIVE -> ", looks like a relative";
                    case SAME, NONE -> "";
                };
        return String.format(Locale.ROOT, "%s (probability %.6f)%s", band, explanation.probability(), relation);
    }
}
