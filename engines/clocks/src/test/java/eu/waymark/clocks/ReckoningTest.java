package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.waymark.clocks.ClockDay.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a thing is due when it is. */
class ReckoningTest {

    private static final ClockRules RULES = ClockRules.shipped();
    private static final Instant BEFORE_EASTER = Instant.parse("2026-04-02T09:00:00Z");

    @Test
    void everyDayOverEasterIsCountedOrSaysWhyNot() {
        // When
        var reckoning = reckon("EN-DEC", "GB-ENG", BEFORE_EASTER);

        // Then
        assertThat(reckoning.days())
                .extracting(ClockDay::why)
                .containsExactly(Why.START, Why.HOLIDAY, Why.WEEKEND, Why.WEEKEND, Why.HOLIDAY, Why.COUNTED);
        assertThat(reckoning.days())
                .filteredOn(day -> day.why() == Why.HOLIDAY)
                .extracting(day -> day.holiday().orElseThrow().name())
                .containsExactly("Good Friday", "Easter Monday");
        assertThat(reckoning.due().date()).isEqualTo("2026-04-07");
    }

    @ParameterizedTest
    @CsvSource({
        // place, first working day after Maundy Thursday 2026
        "GB-ENG, 2026-04-07",
        "GB-SCT, 2026-04-06",
        "FR, 2026-04-03",
        "DE, 2026-04-07",
        "CY, 2026-04-03",
        "IS, 2026-04-07"
    })
    void easterIsAsLongAsTheCountryKeepsIt(String place, LocalDate due) {
        assertThat(reckon("OURS-DEC", place, BEFORE_EASTER).due().date()).isEqualTo(due);
    }

    @Test
    void theOrthodoxEasterIsKeptInCyprus() {
        // Given: Orthodox Good Friday is on 10 April 2026, a week after the Western one
        var start = Instant.parse("2026-04-09T09:00:00Z");

        // Then
        assertThat(reckon("OURS-DEC", "CY", start).due().date()).isEqualTo("2026-04-14");
    }

    @Test
    void aHolidayGivenOnceIsADayOffWithoutANewRelease() {
        // Given
        var calendar = RULES.calendar("GB-SCT");
        var day = LocalDate.parse("2026-06-15");

        // Then
        assertThat(calendar.holiday(day)).contains(new Holiday("extra-holiday", "Bank holiday for the World Cup"));
        assertThat(RULES.calendar("GB-ENG").isWorkingDay(day)).isTrue();
        assertThat(ClockRules.shipped("1").orElseThrow().calendar("GB-SCT").isWorkingDay(day))
                .isTrue();
    }

    @Test
    void halfOfOneWorkingDayIsNoonHoweverManyDaysOffComeBefore() {
        // When
        var reckoning = reckon("EN-DEC", "GB-ENG", BEFORE_EASTER);

        // Then: British Summer Time
        assertThat(reckoning.at(50)).isEqualTo("2026-04-07T11:00:00Z");
        assertThat(reckoning.at(100)).isEqualTo("2026-04-07T23:00:00Z");
        assertThat(reckoning.reminders())
                .isSorted()
                .hasSize(3)
                .last()
                .isEqualTo(reckoning.due().until());
    }

    @Test
    void aPartOfTheTimeIsBetweenOneAndAHundredPerCent() {
        var reckoning = reckon("EN-DEC", "GB-ENG", BEFORE_EASTER);

        assertThatIllegalArgumentException().isThrownBy(() -> reckoning.at(0));
        assertThatIllegalArgumentException().isThrownBy(() -> reckoning.at(101));
    }

    @Test
    void hoursAreRemindedOfInHours() {
        assertThat(reckon("EN-RHI", "GB-ENG", BEFORE_EASTER).at(50)).isEqualTo(BEFORE_EASTER.plusSeconds(36 * 3600));
    }

    @Test
    void aPauseIsNotCountedAndWorkingDaysGoOnAfterIt() {
        // Given: from Wednesday before Easter over the holidays until the Wednesday after
        var pause = new Pause(
                Instant.parse("2026-04-01T12:00:00Z"), Instant.parse("2026-04-08T09:00:00Z"), "awaiting-information");
        var rule = RULES.find("NRM-RG").orElseThrow();

        // When
        var reckoning =
                Reckoning.of(rule, Instant.parse("2026-03-30T09:00:00Z"), RULES.calendar("GB-ENG"), List.of(pause));

        // Then: Tuesday is the first day, the Wednesday after Easter the second
        assertThat(reckoning.days())
                .filteredOn(ClockDay::isCounted)
                .extracting(day -> day.date().toString())
                .containsExactly("2026-03-31", "2026-04-08", "2026-04-09", "2026-04-10", "2026-04-13");
        assertThat(reckoning.days())
                .filteredOn(day -> day.why() == Why.PAUSE)
                .extracting(day -> day.date().toString())
                .containsExactly("2026-04-01", "2026-04-02", "2026-04-07");
    }

    @Test
    void aPauseWithinADayTakesNothingFromIt() {
        // Given
        var pause = new Pause(BEFORE_EASTER, BEFORE_EASTER.plusSeconds(3600), "returned-for-information");
        var rule = RULES.find("OURS-DEC").orElseThrow();
        var calendar = RULES.calendar("FR");

        // Then
        assertThat(Reckoning.of(rule, BEFORE_EASTER.minusSeconds(60), calendar, List.of(pause))
                        .due())
                .isEqualTo(DueDate.of(rule, BEFORE_EASTER, calendar));
    }

    @Test
    void hoursStandStillInOverlappingPausesOnce() {
        // Given
        var rule = RULES.find("EN-RHI").orElseThrow();
        var pauses = List.of(
                new Pause(BEFORE_EASTER.plusSeconds(7200), BEFORE_EASTER.plusSeconds(14_400), "child-in-hospital"),
                new Pause(BEFORE_EASTER.plusSeconds(3600), BEFORE_EASTER.plusSeconds(10_800), "child-missing-again"));

        // Then: three hours in all
        assertThat(Reckoning.of(rule, BEFORE_EASTER, RULES.calendar("GB-ENG"), pauses)
                        .due()
                        .until())
                .isEqualTo(BEFORE_EASTER.plusSeconds(75 * 3600));
    }

    @Test
    void thoseWhoAreToldOfALateThingAreToldOnWorkingDays() {
        assertThat(reckon("EN-DEC", "GB-ENG", BEFORE_EASTER).escalations())
                .extracting(step -> step.to() + " " + step.at())
                .containsExactly(
                        "manager 2026-04-07T23:00:00Z",
                        "central-authority 2026-04-09T23:00:00Z",
                        "inspectorate 2026-04-14T23:00:00Z");
    }

    @Test
    void anExtensionLeadsToTheRuleThatAppliesThen() {
        // Given
        var rule = RULES.find("GDPR-DSAR").orElseThrow();

        // Then
        assertThat(rule.handling().exceptions()).containsEntry("complex-request", "GDPR-DSAR-EXT");
        assertThat(reckon("GDPR-DSAR", "FR", BEFORE_EASTER).due().date()).isEqualTo("2026-05-04");
        assertThat(reckon("GDPR-DSAR-EXT", "FR", BEFORE_EASTER).due().date()).isEqualTo("2026-07-02");
    }

    @Test
    void theEndThatMovesToAWorkingDaySaysSo() {
        assertThat(reckon("GDPR-DSAR", "FR", BEFORE_EASTER).days())
                .extracting(ClockDay::why)
                .endsWith(Why.COUNTED, Why.WEEKEND, Why.END_MOVED);
    }

    private static Reckoning reckon(String code, String place, Instant start) {
        return Reckoning.of(RULES.find(code).orElseThrow(), start, RULES.calendar(place), List.of());
    }
}
