package eu.waymark.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** Due dates by the simplest means, which share nothing with the engine: one day, one hour at a time. */
record NaiveClock(ClockRule rule, ZoneId zone, Predicate<LocalDate> isHoliday) {

    /** Starts and pauses of the tests are multiples of it. */
    static final int STEP_SECONDS = 600;

    private static final int STEPS_OF_AN_HOUR = 6;

    Instant due(Instant start, List<Pause> pauses) {
        if (rule.unit() == ClockUnit.HOUR) {
            return hours(start, pauses);
        }
        var first = LocalDate.ofInstant(start, zone);
        var left = rule.unit() == ClockUnit.MONTH ? daysOfMonths(first) : rule.amount();
        var day = first;
        while (left > 0) {
            day = day.plusDays(1);
            var counts = rule.unit() != ClockUnit.WORKING_DAY || isWorked(day);
            if (counts && (pauses.isEmpty() || !stands(midnightAfter(day), pauses))) {
                left--;
            }
        }
        while (rule.endsOnWorkingDay() && !isWorked(day)) {
            day = day.plusDays(1);
        }
        return midnightAfter(day);
    }

    private Instant hours(Instant start, List<Pause> pauses) {
        var at = start;
        for (var left = rule.amount() * STEPS_OF_AN_HOUR; left > 0; ) {
            at = at.plusSeconds(STEP_SECONDS);
            if (!stands(at, pauses)) {
                left--;
            }
        }
        var day = LocalDate.ofInstant(at.minusNanos(1), zone);
        if (!rule.endsOnWorkingDay() || isWorked(day)) {
            return at;
        }
        while (!isWorked(day)) {
            day = day.plusDays(1);
        }
        return midnightAfter(day);
    }

    private int daysOfMonths(LocalDate first) {
        var months = first.getYear() * 12 + first.getMonthValue() - 1 + rule.amount();
        var month = YearMonth.of(months / 12, months % 12 + 1);
        var end = month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth()));
        var days = 0;
        for (var day = first; day.isBefore(end); day = day.plusDays(1)) {
            days++;
        }
        return days;
    }

    private boolean isWorked(LocalDate day) {
        return !SecondSource.isWeekend(day) && !isHoliday.test(day);
    }

    private Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static boolean stands(Instant end, List<Pause> pauses) {
        return pauses.stream()
                .anyMatch(pause -> pause.from().isBefore(end) && !pause.until().isBefore(end));
    }
}
