package eu.waymark.referral.worklist;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a clock has gone. A clock counts working time, so half of it is not the middle between its ends: between the
 * moments at which half and four fifths have gone, as its rule found them, it is taken to run evenly.
 */
record Elapsed(Instant start, Instant half, Instant fourFifths, Instant due) {

    private static final int HALF = 50;
    private static final int FOUR_FIFTHS = 80;
    private static final int ALL = 100;

    /** Percent, 0 to 100, rounded down: 100 only when nothing is left. */
    int percentAt(Instant now) {
        if (now.isBefore(half)) {
            return between(start, half, now, 0, HALF);
        }
        return now.isBefore(fourFifths)
                ? between(half, fourFifths, now, HALF, FOUR_FIFTHS)
                : between(fourFifths, due, now, FOUR_FIFTHS, ALL);
    }

    private static int between(Instant from, Instant to, Instant now, int low, int high) {
        if (!now.isAfter(from)) {
            return low;
        }
        if (!now.isBefore(to)) {
            return high;
        }
        return low
                + (int) ((high - low)
                        * Duration.between(from, now).toMillis()
                        / Math.max(1, Duration.between(from, to).toMillis()));
    }
}
