package eu.waymark.matching.score;

import org.jspecify.annotations.Nullable;

/**
 * One reason of a score. Holds no personal data.
 *
 * @param field what was compared
 * @param level how it agreed
 * @param bits what it adds to the weight; negative speaks against
 * @param rarityBits the part of these bits that comes from how rare or common the very value is, against a value of
 *     which no frequency is known
 * @param odds the probabilities behind the bits; null where none are: for guards and relatives
 */
public record Contribution(
        Field field,
        Level level,
        double bits,
        double rarityBits,
        @Nullable Odds odds) {

    static Contribution of(Field field, Level level, Odds odds) {
        return new Contribution(field, level, odds.bits(), 0, odds);
    }

    /** With what the level would be worth if nothing were known of the value's frequency. */
    static Contribution of(Field field, Level level, Odds odds, Odds typical) {
        double bits = odds.bits();
        return new Contribution(field, level, bits, bits - typical.bits(), odds);
    }

    /** Something that takes from the weight without being a comparison. */
    static Contribution held(Field field, Level level, double bits) {
        return new Contribution(field, level, bits, 0, null);
    }
}
