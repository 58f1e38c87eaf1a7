package eu.waymark.matching.cli;

import eu.waymark.matching.score.Score;
import java.util.Locale;
import java.util.stream.Collectors;

/** A score in one line: what was compared, how it agreed, and the bits that add up to the weight. */
final class Explanations {

    private Explanations() {}

    static String of(Score score) {
        return score.contributions().stream()
                .map(reason -> String.format(
                        Locale.ROOT,
                        "%s %s %+.1f",
                        lower(reason.field().name()),
                        lower(reason.level().name()),
                        reason.bits()))
                .collect(Collectors.joining("; ", "", String.format(Locale.ROOT, "; sum %+.1f bits", score.weight())));
    }

    static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
