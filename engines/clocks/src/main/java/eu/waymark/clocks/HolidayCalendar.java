package eu.waymark.clocks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The days and the time zone by which an authority works. */
public interface HolidayCalendar {

    /** Where a day begins and ends. */
    ZoneId zone();

    boolean isPublicHoliday(LocalDate date);

    /** Which holiday a day is; empty for a day that is none. */
    default Optional<Holiday> holiday(LocalDate date) {
        return isPublicHoliday(date) ? Optional.of(new Holiday("public-holiday", "Public holiday")) : Optional.empty();
    }

    /** Neither Saturday nor Sunday nor public holiday. */
    default boolean isWorkingDay(LocalDate date) {
        return !isWeekend(date) && !isPublicHoliday(date);
    }

    /** The midnight that ends a day. */
    default Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
