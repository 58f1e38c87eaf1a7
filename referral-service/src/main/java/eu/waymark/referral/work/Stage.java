package eu.waymark.referral.work;

import java.util.Locale;

/** What an agency is told of a clock, in the order in which it happens. */
enum Stage {
    HALF(50),
    FOUR_FIFTHS(80),
    OVERDUE(100),
    ESCALATED(100);

    private final int percent;

    Stage(int percent) {
        this.percent = percent;
    }

    /** How much of the time has gone. */
    short percent() {
        return (short) percent;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of notification. */
    String notification() {
        return switch (this) {
            case HALF -> "work-half-gone";
            case FOUR_FIFTHS -> "work-due-soon";
            case OVERDUE -> "work-overdue";
            case ESCALATED -> "work-escalated";
        };
    }
}
