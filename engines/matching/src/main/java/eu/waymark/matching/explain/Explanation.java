package eu.waymark.matching.explain;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.Contribution;
import eu.waymark.matching.score.Relation;
import eu.waymark.matching.score.Score;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why two records got their score, as far as the asker may know.
 *
 * @param reasons the prior, each field compared, what relatives explain and at most one guard; their bits sum exactly
 *     to the weight
 * @param weight log2 of the odds that both are one child
 * @param probability the same as a probability
 * @param band what it means by itself
 * @param relation what the two most probably are to each other
 */
public record Explanation(List<Reason> reasons, double weight, double probability, Band band, Relation relation) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * Explains a score.
     *
     * @param left who was compared, as given to {@link eu.waymark.matching.score.MatchingEngine#prepare}
     * @param right with whom
     * @param visibility what the asker may see of both
     */
    public static Explanation of(Score score, Demographics left, Demographics right, Visibility visibility) {
        var values = new ComparedValues(score.compared(), left, right);
        List<Reason> reasons = score.contributions().stream()
                .map(contribution -> reason(contribution, values, visibility))
                .toList();
        return new Explanation(reasons, score.weight(), score.probability(), score.band(), score.relation());
    }

    /** One line without any value of either record: the sentences with their bits, and the weight. */
    public static String line(Score score) {
        String reasons = score.contributions().stream()
                .map(reason -> "%s (%s)".formatted(clause(Sentences.of(reason)), bits(reason.bits())))
                .collect(Collectors.joining("; "));
        return "%s; weight %s".formatted(reasons, bits(score.weight()));
    }

    /** One reason in plain words, without any value of either record. */
    public static String sentence(Contribution reason) {
        return Sentences.of(reason);
    }

    private static Reason reason(Contribution contribution, ComparedValues values, Visibility visibility) {
        boolean shown = visibility == Visibility.SHOWN;
        boolean gendered = shown && values.isGenderedSurname(contribution);
        String sentence = shown ? Sentences.of(contribution, gendered) : Sentences.coarse(contribution);
        return new Reason(
                contribution.field(),
                values.left(contribution, visibility),
                values.right(contribution, visibility),
                contribution.level(),
                contribution.odds(),
                contribution.rarityBits(),
                contribution.bits(),
                sentence);
    }

    private static String clause(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Bits with their sign and one decimal. */
    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    /** Never shows a value. */
    @Override
    public String toString() {
        return "Explanation[" + band + ", " + relation + ", redacted]";
    }
}
