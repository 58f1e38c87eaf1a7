package eu.waymark.clocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days and the time zone by which an authority works. */
public interface HolidayCalendar {

    /** Where a day begins and ends. */
    ZoneId zone();

    boolean isPublicHoliday(LocalDate date);

    /** Neither Saturday nor Sunday nor public holiday. */
    default boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isPublicHoliday(date);
    }
}
