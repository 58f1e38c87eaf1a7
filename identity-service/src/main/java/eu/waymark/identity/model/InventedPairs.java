package eu.waymark.identity.model;

import eu.waymark.matching.synthetic.SyntheticPopulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Invented children, the same for every model, so that figures of two compare. */
final class InventedPairs {

    private static final int CHILDREN = 500;
    private static final SyntheticPopulation POPULATION =
            new SyntheticPopulation(20_261_101, LocalDate.of(2026, 11, 1));

    private InventedPairs() {}

    /** Each child with itself registered again, and with the child before it, who may be a brother, a sister or a twin. */
    static List<JudgedPair> all() {
        var pairs = new ArrayList<JudgedPair>();
        for (int at = 1; at <= CHILDREN; at++) {
            var child = POPULATION.person(at).demographics();
            var again = POPULATION.corrupted(at, 1);
            var before = POPULATION.person(at - 1);
            pairs.add(new JudgedPair(child, again.demographics(), true));
            pairs.add(new JudgedPair(before.demographics(), again.demographics(), false));
        }
        return pairs;
    }
}
