package eu.waymark.register.emergency;

import eu.waymark.clocks.HolidayCalendar;
import java.time.Instant;
import java.time.LocalDate;

/**
 * By when an emergency access is reviewed (invariant 11): the end of the next working day of the opener's country. Where its
 * calendar is unknown, of Monday to Friday: an emergency does not wait for a calendar.
 *
 * @param today on which day the access was opened there
 * @param last the day of the review
 * @param until the midnight that ends it
 */
record NextWorkingDay(LocalDate today, LocalDate last, Instant until) {

    /** @param calendar of the opener's nation */
    static NextWorkingDay after(Instant opened, HolidayCalendar calendar) {
        var today = LocalDate.ofInstant(opened, calendar.zone());
        var day = today.plusDays(1);
        while (!calendar.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return new NextWorkingDay(today, day, calendar.endOf(day));
    }
}
