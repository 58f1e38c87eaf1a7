package eu.waymark.referral.gate;

import java.util.Locale;

/** Where a piece of work gets to, and what may stand before it. */
public enum Stage {
    CLOSE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
