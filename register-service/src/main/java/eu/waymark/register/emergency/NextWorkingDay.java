package eu.waymark.register.emergency;

import eu.waymark.clocks.ClockRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Predicate;

/**
 * By when an emergency access is reviewed (invariant 11): the end of the next working day of the opener's country. Where its
 * calendar is unknown, of Monday to Friday: an emergency does not wait for a calendar.
 *
 * @param today on which day the access was opened there
 * @param last the day of the review
 * @param until the midnight that ends it
 */
record NextWorkingDay(LocalDate today, LocalDate last, Instant until) {

    private static final ClockRules RULES = ClockRules.shipped();

    static NextWorkingDay after(Instant opened, String country) {
        try {
            var calendar = RULES.calendar(country);
            return after(opened, calendar.zone(), calendar::isWorkingDay);
        } catch (IllegalArgumentException unknownPlace) {
            return after(opened, ZoneOffset.UTC, day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
        }
    }

    private static NextWorkingDay after(Instant opened, ZoneId zone, Predicate<LocalDate> isWorkingDay) {
        var today = LocalDate.ofInstant(opened, zone);
        var day = today.plusDays(1);
        while (!isWorkingDay.test(day)) {
            day = day.plusDays(1);
        }
        return new NextWorkingDay(today, day, day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
