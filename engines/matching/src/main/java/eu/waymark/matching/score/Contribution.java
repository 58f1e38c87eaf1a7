package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/**
 * One reason of a score. Holds no personal data.
 *
 * @param field what was compared
 * @param level how it agreed
 * @param bits what it adds to the weight; negative speaks against
 * @param odds the probabilities behind the bits; null for a guard
 */
public record Contribution(
        Field field, Level level, double bits, @Nullable Odds odds) {

    static Contribution of(Field field, Level level, Odds odds) {
        return new Contribution(field, level, odds.bits(), odds);
    }
}
