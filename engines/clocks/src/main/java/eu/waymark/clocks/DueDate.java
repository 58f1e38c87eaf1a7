package eu.waymark.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When a clock runs out. Days are those of the authority's own calendar and time zone, and the day on which the clock
 * started is not counted (Regulation 1182/71, article 3(1)).
 *
 * @param date the last day, in the authority's time zone
 * @param until the first moment after the period: for a rule in days or months the midnight that ends the last day
 */
public record DueDate(LocalDate date, Instant until) implements Comparable<DueDate> {

    /** Of a clock that never stood still. */
    public static DueDate of(ClockRule rule, Instant start, HolidayCalendar calendar) {
        return Reckoning.of(rule, start, calendar, List.of()).due();
    }

    /** By the moment at which the period ends; where a rule says the sooner of two, the smaller one counts. */
    @Override
    public int compareTo(DueDate other) {
        return until.compareTo(other.until);
    }
}
