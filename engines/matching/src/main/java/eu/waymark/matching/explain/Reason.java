package eu.waymark.matching.explain;

import eu.waymark.matching.score.Field;
import eu.waymark.matching.score.Level;
import eu.waymark.matching.score.Odds;
import org.jspecify.annotations.Nullable;

/**
 * One bar of an explanation.
 *
 * @param field what was compared
 * @param left what the left record says, as far as the asker may see it; null where there is nothing to show
 * @param right what the right record says, likewise
 * @param level how they agree
 * @param odds the probabilities m and u behind the bits; null where none are
 * @param rarityBits the part of the bits that comes from how rare or common the very value is
 * @param bits what it adds to the weight, rarity included
 * @param sentence the same in plain words
 */
public record Reason(
        Field field,
        @Nullable String left,
        @Nullable String right,
        Level level,
        @Nullable Odds odds,
        double rarityBits,
        double bits,
        String sentence) {

    /** What the level alone adds. */
    public double levelBits() {
        return bits - rarityBits;
    }

    /** Never shows the values. */
    @Override
    public String toString() {
        return "Reason[" + field + ", " + level.name() + ", redacted]";
    }
}
