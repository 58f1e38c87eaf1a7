package eu.waymark.matching.train;

import java.util.List;

/**
 * One thing that is compared, with its outcomes, best first: m/u never rises from one level to the next.
 *
 * @param name of the field
 * @param shared who else has the same value
 * @param levels names of the outcomes; a pair in which either side is missing has none of them
 * @param mostOther how often, at most, one person's values have nothing in common: the last level's m. Learnt freely,
 *     namesakes would teach that births often differ, and twins that given names do.
 */
public record Slot(String name, Shared shared, List<String> levels, double mostOther) {

    /** A slot whose last level may be met as often as the records say. */
    public Slot(String name, Shared shared, List<String> levels) {
        this(name, shared, levels, 1);
    }

    public Slot {
        levels = List.copyOf(levels);
    }
}
