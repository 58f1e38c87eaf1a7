package eu.waymark.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a clock runs out. Days are those of the authority's own calendar and time zone, and the day on which the clock
 * started is not counted (Regulation 1182/71, article 3(1)).
 *
 * @param date the last day, in the authority's time zone
 * @param until the first moment after the period: for a rule in days or months the midnight that ends the last day
 */
public record DueDate(LocalDate date, Instant until) implements Comparable<DueDate> {

    public static DueDate of(ClockRule rule, Instant start, HolidayCalendar calendar) {
        var startDay = start.atZone(calendar.zone()).toLocalDate();
        return switch (rule.unit()) {
            case HOUR -> atMoment(start.plus(Duration.ofHours(rule.amount())), rule, calendar);
            case CALENDAR_DAY -> atEndOf(startDay.plusDays(rule.amount()), rule, calendar);
            case WORKING_DAY -> atEndOf(plusWorkingDays(startDay, rule.amount(), calendar), rule, calendar);
            case MONTH -> atEndOf(startDay.plusMonths(rule.amount()), rule, calendar);
        };
    }

    /** By the moment at which the period ends; where a rule says the sooner of two, the smaller one counts. */
    @Override
    public int compareTo(DueDate other) {
        return until.compareTo(other.until);
    }

    private static DueDate atMoment(Instant until, ClockRule rule, HolidayCalendar calendar) {
        var local = until.atZone(calendar.zone());
        // A period that ends at midnight ended on the day before.
        var day = local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        return rule.endsOnWorkingDay() && !calendar.isWorkingDay(day)
                ? atEndOf(day, rule, calendar)
                : new DueDate(day, until);
    }

    private static DueDate atEndOf(LocalDate day, ClockRule rule, HolidayCalendar calendar) {
        var last = day;
        while (rule.endsOnWorkingDay() && !calendar.isWorkingDay(last)) {
            last = last.plusDays(1);
        }
        return new DueDate(last, last.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
    }

    private static LocalDate plusWorkingDays(LocalDate startDay, int amount, HolidayCalendar calendar) {
        var day = startDay;
        for (var left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
