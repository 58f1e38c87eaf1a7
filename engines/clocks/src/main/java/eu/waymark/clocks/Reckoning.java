package eu.waymark.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a due date came about, day by day.
 *
 * @param days from the day of the start to the last day, each counted or not, and why
 */
public record Reckoning(
        ClockRule rule, Instant start, HolidayCalendar calendar, List<Pause> pauses, List<ClockDay> days, DueDate due) {

    private static final int WHOLE = 100;

    public Reckoning {
        pauses = List.copyOf(pauses);
        days = List.copyOf(days);
    }

    /** @param pauses when the clock stood still: that time does not count, whatever the unit */
    public static Reckoning of(ClockRule rule, Instant start, HolidayCalendar calendar, List<Pause> pauses) {
        return new Counting(rule, start, calendar, new Pauses(pauses)).reckon();
    }

    /** Who is told when, should nothing be done. */
    public record Escalation(String to, Instant at) {}

    /**
     * When so much of the time has passed: of hours that ran, or of the days that count. Half of one working day is noon of
     * that day, however many days off came before.
     *
     * @param percent 1 to 100; 100 is when the clock runs out
     */
    public Instant at(int percent) {
        if (percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("A part of the time is 1 to 100 per cent");
        }
        if (percent == WHOLE) {
            return due.until();
        }
        return rule.unit() == ClockUnit.HOUR
                ? new Pauses(pauses).after(start, part(Duration.ofHours(rule.amount()), percent))
                : inCountedDays(percent);
    }

    /** When somebody is reminded, by the rule. */
    public List<Instant> reminders() {
        return rule.handling().reminders().stream().map(this::at).toList();
    }

    /** Who is told when, by the rule. */
    public List<Escalation> escalations() {
        return rule.handling().escalation().stream()
                .map(step -> new Escalation(step.to(), late(step.workingDaysLate())))
                .toList();
    }

    private Instant inCountedDays(int percent) {
        var counted = days.stream().filter(ClockDay::isCounted).toList();
        var parts = counted.size() * percent;
        if (parts % WHOLE == 0) {
            return calendar.endOf(counted.get(parts / WHOLE - 1).date());
        }
        var day = counted.get(parts / WHOLE).date();
        var begin = day.atStartOfDay(calendar.zone()).toInstant();
        return begin.plus(part(Duration.between(begin, calendar.endOf(day)), parts % WHOLE));
    }

    private static Duration part(Duration whole, int percent) {
        return whole.multipliedBy(percent).dividedBy(WHOLE);
    }

    private Instant late(int workingDays) {
        var day = due.date();
        for (var left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (calendar.isWorkingDay(day)) {
                left--;
            }
        }
        return workingDays == 0 ? due.until() : calendar.endOf(day);
    }
}
