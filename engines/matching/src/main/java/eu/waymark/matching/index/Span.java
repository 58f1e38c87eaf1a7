package eu.waymark.matching.index;

import eu.waymark.matching.BirthDate;
import java.util.List;

/**
 * A claim about a birth with its ends as numbers.
 *
 * @param birth the claim
 * @param first first possible day since 1970-01-01
 * @param last last possible day
 */
record Span(BirthDate birth, long first, long last) {

    /** Closeness where one side says nothing. */
    static final int UNKNOWN = 4;

    private static final int SAME_DAY = 10;
    private static final int OVERLAP = 6;
    private static final int NEAR = 3;
    private static final int YEAR = 366;

    static Span of(BirthDate birth) {
        return new Span(birth, birth.earliest().toEpochDay(), birth.latest().toEpochDay());
    }

    static List<Span> of(List<BirthDate> births) {
        return births.stream().map(Span::of).toList();
    }

    int closeness(Span other) {
        return closeness(other.first, other.last);
    }

    int closeness(long from, long to) {
        long gap = Math.max(from - last, first - to);
        if (gap > 0) {
            return gap <= YEAR ? NEAR : 0;
        }
        return first == last && from == to ? SAME_DAY : OVERLAP;
    }

    /** Never shows the days. */
    @Override
    public String toString() {
        return "Span[redacted]";
    }
}
