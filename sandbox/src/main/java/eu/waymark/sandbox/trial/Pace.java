package eu.waymark.sandbox.trial;

import java.time.Duration;

/**
 * When requests are sent.
 *
 * @param perSecond how many, once the rise is over
 * @param time how long all of it lasts
 * @param rise how long the rate rises evenly from nothing, at the beginning: services that have just started become faster meanwhile
 */
record Pace(int perSecond, Duration time, Duration rise) {

    private static final double SECOND = 1e9;

    Pace {
        if (rise.compareTo(time) > 0) {
            throw new IllegalArgumentException("The rise of %s is longer than the load of %s".formatted(rise, time));
        }
    }

    static Pace even(int perSecond, Duration time) {
        return new Pace(perSecond, time, Duration.ZERO);
    }

    long requests() {
        return (long) (inRise() + perSecond * (time.toNanos() - rise.toNanos()) / SECOND);
    }

    /** Nanoseconds from the beginning to when this request is sent; the first has number 0. */
    long due(long number) {
        return (long)
                (number < inRise() ? timeInRise(number) : rise.toNanos() + (number - inRise()) / perSecond * SECOND);
    }

    private double timeInRise(long number) {
        return Math.sqrt(number / inRise()) * rise.toNanos();
    }

    /** Half of what the full rate sends in that time. */
    private double inRise() {
        return perSecond * (rise.toNanos() / SECOND) / 2;
    }
}
