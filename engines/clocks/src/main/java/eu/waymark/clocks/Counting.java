package eu.waymark.clocks;

import eu.waymark.clocks.ClockDay.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the days of one clock. */
final class Counting {

    private final ClockRule rule;
    private final Instant start;
    private final HolidayCalendar calendar;
    private final Pauses pauses;
    private final List<ClockDay> days = new ArrayList<>();
    private int number;

    Counting(ClockRule rule, Instant start, HolidayCalendar calendar, Pauses pauses) {
        this.rule = rule;
        this.start = start;
        this.calendar = calendar;
        this.pauses = pauses;
    }

    Reckoning reckon() {
        var startDay = start.atZone(calendar.zone()).toLocalDate();
        days.add(new ClockDay(startDay, Why.START, 0, Optional.empty()));
        var due =
                switch (rule.unit()) {
                    case HOUR -> hours();
                    case CALENDAR_DAY, WORKING_DAY -> days(startDay, rule.amount());
                    case MONTH -> days(startDay, ChronoUnit.DAYS.between(startDay, startDay.plusMonths(rule.amount())));
                };
        return new Reckoning(rule, start, calendar, pauses.all(), days, due);
    }

    private DueDate days(LocalDate startDay, long amount) {
        var day = startDay;
        while (number < amount) {
            day = day.plusDays(1);
            count(day);
        }
        return atEndOf(day);
    }

    private DueDate hours() {
        var until = pauses.after(start, Duration.ofHours(rule.amount()));
        var local = until.atZone(calendar.zone());
        // A period that ends at midnight ended on the day before.
        var last = local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
        for (var day = days.getFirst().date().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            count(day);
        }
        return rule.endsOnWorkingDay() && !calendar.isWorkingDay(last) ? atEndOf(last) : new DueDate(last, until);
    }

    private void count(LocalDate day) {
        var off = rule.unit() == ClockUnit.WORKING_DAY ? dayOff(day) : Optional.<ClockDay>empty();
        if (off.isPresent()) {
            days.add(off.get());
        } else if (!pauses.all().isEmpty() && pauses.holdBefore(calendar.endOf(day))) {
            days.add(new ClockDay(day, Why.PAUSE, 0, Optional.empty()));
        } else {
            number++;
            days.add(new ClockDay(day, Why.COUNTED, number, Optional.empty()));
        }
    }

    private DueDate atEndOf(LocalDate day) {
        var last = day;
        while (rule.endsOnWorkingDay() && !calendar.isWorkingDay(last)) {
            last = last.plusDays(1);
            var next = last;
            days.add(dayOff(next).orElseGet(() -> new ClockDay(next, Why.END_MOVED, 0, Optional.empty())));
        }
        return new DueDate(last, calendar.endOf(last));
    }

    private Optional<ClockDay> dayOff(LocalDate day) {
        if (HolidayCalendar.isWeekend(day)) {
            return Optional.of(new ClockDay(day, Why.WEEKEND, 0, Optional.empty()));
        }
        return calendar.isPublicHoliday(day)
                ? Optional.of(new ClockDay(day, Why.HOLIDAY, 0, calendar.holiday(day)))
                : Optional.empty();
    }
}
