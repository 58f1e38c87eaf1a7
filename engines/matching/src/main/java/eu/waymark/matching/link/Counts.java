package eu.waymark.matching.link;

import java.util.HashMap;
import java.util.Map;

/** How often each value of a field is written in both files. */
final class Counts {

    private final Map<String, Integer> counts = new HashMap<>();

    void add(String value) {
        counts.merge(value, 1, Integer::sum);
    }

    int of(String value) {
        return counts.getOrDefault(value, 0);
    }

    /** Records beside the two compared that have the value both have. */
    int beside(String value) {
        return Math.max(0, of(value) - 2);
    }

    /** Records beside the two compared that have the commoner of two values. */
    int beside(String a, String b) {
        return Math.max(0, Math.max(of(a), of(b)) - 1);
    }
}
