package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDateTest {

    private static final ClockRules RULES = ClockRules.shipped();
    private static final HolidayCalendar ENGLAND = RULES.calendar("GB-ENG");
    private static final HolidayCalendar SCOTLAND = RULES.calendar("GB-SCT");
    private static final HolidayCalendar FRANCE = RULES.calendar("FR");

    @ParameterizedTest
    @CsvSource({
        // Easter 2026: Good Friday on 3 April, Easter Monday on 6 April, which is no holiday in Scotland
        "2026-04-01T10:00, 2026-04-02, 2026-04-02",
        "2026-04-02T10:00, 2026-04-07, 2026-04-06",
        "2026-04-03T10:00, 2026-04-07, 2026-04-06",
        "2026-04-05T10:00, 2026-04-07, 2026-04-06",
        // Boxing Day 2026 falls on a Saturday and is made up for on Monday
        "2026-12-24T17:00, 2026-12-29, 2026-12-29",
        // Summer bank holiday: last Monday of August in England, first in Scotland
        "2026-08-28T09:00, 2026-09-01, 2026-08-31",
        "2026-07-31T09:00, 2026-08-03, 2026-08-04",
        // An ordinary weekend
        "2026-05-15T09:00, 2026-05-18, 2026-05-18"
    })
    void aWorkingDayStepsOverWeekendsAndBankHolidays(LocalDateTime start, LocalDate england, LocalDate scotland) {
        assertThat(due("EN-DEC", at(start, ENGLAND), ENGLAND).date()).isEqualTo(england);
        assertThat(due("EN-DEC", at(start, SCOTLAND), SCOTLAND).date()).isEqualTo(scotland);
    }

    @Test
    void anAssessmentOverEasterHasThreeBankHolidaysMore() {
        // When
        var due = due("EN-ASM", at(LocalDateTime.parse("2026-03-02T09:00"), ENGLAND), ENGLAND);

        // Then: nine weeks would end on 4 May, the early May bank holiday
        assertThat(due.date()).isEqualTo("2026-05-07");
    }

    @Test
    void theDayOfTheStartIsThatOfTheAuthoritysOwnZone() {
        // Given: half past midnight on Good Friday in London, still Thursday in universal time
        var start = Instant.parse("2026-04-02T23:30:00Z");

        // Then
        assertThat(due("SE-PRE", start, ENGLAND).date()).isEqualTo("2026-04-17");
        assertThat(due("SE-PRE", start.minusSeconds(3600), ENGLAND).date()).isEqualTo("2026-04-16");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:00, 2027-02-28",
        "2027-11-30T12:00, 2028-02-29",
        "2026-03-31T12:00, 2026-06-30",
        "2026-05-31T12:00, 2026-08-31",
        "2026-10-15T12:00, 2027-01-15"
    })
    void aMonthWithoutTheDateEndsOnItsLastDay(LocalDateTime start, LocalDate due) {
        assertThat(due("FR-IP", at(start, FRANCE), FRANCE).date()).isEqualTo(due);
    }

    @Test
    void aPeriodOfUnionLawDoesNotEndOnADayOff() {
        // Given: three months from 14 April end on Bastille Day, a Tuesday
        var start = at(LocalDateTime.parse("2026-04-14T12:00"), FRANCE);

        // Then
        assertThat(due("EU-80", start, FRANCE).date()).isEqualTo("2026-07-15");
        assertThat(due("FR-IP", start, FRANCE).date()).isEqualTo("2026-07-14");
    }

    @Test
    void aDayEndsAtTheMidnightOfItsSeason() {
        assertThat(due("EN-DEC", Instant.parse("2026-03-26T12:00:00Z"), ENGLAND).until())
                .isEqualTo("2026-03-28T00:00:00Z");
        assertThat(due("EN-DEC", Instant.parse("2026-03-27T12:00:00Z"), ENGLAND).until())
                .isEqualTo("2026-03-30T23:00:00Z");
    }

    @Test
    void hoursAreElapsedHoursWhenTheClocksChange() {
        // Given: summer time begins in London on 29 March 2026 at 01:00
        var start = Instant.parse("2026-03-28T12:00:00Z");

        // When
        var due = due("EN-RHI", start, ENGLAND);

        // Then
        assertThat(due.until()).isEqualTo(start.plus(72, ChronoUnit.HOURS)).isEqualTo("2026-03-31T12:00:00Z");
        assertThat(due.until().atZone(ENGLAND.zone()).toLocalTime()).hasToString("13:00");
    }

    @Test
    void hoursThatEndAtMidnightEndOnTheDayBefore() {
        var due = due("SIS-12H", Instant.parse("2026-01-10T12:00:00Z"), ENGLAND);

        assertThat(due).isEqualTo(new DueDate(LocalDate.parse("2026-01-10"), Instant.parse("2026-01-11T00:00:00Z")));
    }

    @Test
    void theSoonerOfTwoDatesComesFirst() {
        // Given
        var birth = due("EN-PREB-BIRTH", Instant.parse("2026-06-01T12:00:00Z"), ENGLAND);
        var conference = due("EN-PREB-CONF", Instant.parse("2026-02-02T12:00:00Z"), ENGLAND);

        // Then
        assertThat(List.of(birth, conference)).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(conference.date()).isEqualTo("2026-05-02");
        assertThat(birth.date()).isEqualTo("2026-06-15");
    }

    @Property
    void workingDaysEndOnAWorkingDayWithExactlyThatManyOnTheWay(
            @ForAll @IntRange(min = 1, max = 60) int amount, @ForAll @IntRange(max = 3_000) int day) {
        // Given
        var start = LocalDate.parse("2020-01-01").plusDays(day);
        var rule = rule(amount, ClockUnit.WORKING_DAY);

        // When
        var due = DueDate.of(rule, start.atStartOfDay(ENGLAND.zone()).toInstant(), ENGLAND);

        // Then
        assertThat(ENGLAND.isWorkingDay(due.date())).isTrue();
        assertThat(start.plusDays(1).datesUntil(due.date().plusDays(1)).filter(ENGLAND::isWorkingDay))
                .hasSize(amount);
    }

    @Property
    void aLaterStartIsNeverDueSooner(
            @ForAll ClockUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(max = 50_000) int hour,
            @ForAll @IntRange(max = 500) int later) {
        // Given
        var start = Instant.parse("2022-01-01T00:00:00Z").plus(hour, ChronoUnit.HOURS);
        var rule = rule(amount, unit);

        // Then
        assertThat(DueDate.of(rule, start.plus(later, ChronoUnit.HOURS), ENGLAND))
                .isGreaterThanOrEqualTo(DueDate.of(rule, start, ENGLAND));
    }

    private static ClockRule rule(int amount, ClockUnit unit) {
        return new ClockRule(
                "T", "ANY", "A test", List.of("start"), amount, unit, Bound.LATEST, false, "this test", true);
    }

    private static DueDate due(String code, Instant start, HolidayCalendar calendar) {
        return DueDate.of(RULES.find(code).orElseThrow(), start, calendar);
    }

    private static Instant at(LocalDateTime local, HolidayCalendar calendar) {
        ZoneId zone = calendar.zone();
        return local.atZone(zone).toInstant();
    }
}
