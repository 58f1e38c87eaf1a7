package eu.waymark.clocks;

import java.time.Instant;

/**
 * A time in which a clock stood still. A day counts when the clock runs at its end.
 *
 * @param until when it went on; for a clock that still stands, the moment for which one asks
 * @param reason a code that the rule allows
 */
public record Pause(Instant from, Instant until, String reason) {

    public Pause {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("A pause ends after it began");
        }
    }

    /** Whether the clock stood just before that moment. */
    boolean holdsBefore(Instant moment) {
        return from.isBefore(moment) && !until.isBefore(moment);
    }
}
