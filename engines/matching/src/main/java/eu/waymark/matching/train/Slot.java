package eu.waymark.matching.train;

import java.util.List;

/**
 * One thing that is compared, with its outcomes, best first: m/u never rises from one level to the next.
 *
 * @param name of the field
 * @param shared who else has the same value
 * @param levels names of the outcomes; a pair in which either side is missing has none of them
 */
public record Slot(String name, Shared shared, List<String> levels) {

    public Slot {
        levels = List.copyOf(levels);
    }
}
