package eu.waymark.clocks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One day on the way to a due date.
 *
 * @param number which counted day it is, from 1; 0 for one that is not counted
 * @param holiday where the day is not counted for one
 */
public record ClockDay(LocalDate date, Why why, int number, Optional<Holiday> holiday) {

    /** Why a day is counted, or not. */
    public enum Why {
        /** The day of the event: not counted (Regulation 1182/71, article 3(1)); of hours, those after the event. */
        START,
        COUNTED,
        WEEKEND,
        HOLIDAY,
        /** The clock stood still at the end of the day. */
        PAUSE,
        /** The period would have ended on a day off, so it runs to the end of this day. */
        END_MOVED
    }

    public boolean isCounted() {
        return number > 0;
    }
}
