package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayCalendarTest {

    private static final ClockRules RULES = ClockRules.shipped();

    @ParameterizedTest
    @CsvSource({
        // place, a holiday there, a working day there
        "GB-ENG, 2026-04-06, 2026-11-30",
        "GB-SCT, 2026-11-30, 2026-04-06",
        "GB-NIR, 2026-07-13, 2026-01-02",
        "GB-ENG, 2027-12-27, 2027-12-24",
        "GB-ENG, 2022-06-03, 2023-06-05",
        "FR, 2026-07-14, 2026-06-19",
        "DE-BY, 2026-01-06, 2027-03-08",
        "DE-BE, 2027-03-08, 2026-01-06",
        "SE, 2026-06-19, 2026-07-14",
        "NL, 2026-04-27, 2026-04-28",
        "PL, 2026-11-11, 2026-11-12",
        "IE, 2026-02-02, 2026-02-03"
    })
    void holidaysAreThoseOfThePlace(String place, LocalDate holiday, LocalDate workingDay) {
        var calendar = RULES.calendar(place);

        assertThat(calendar.isPublicHoliday(holiday)).isTrue();
        assertThat(calendar.isWorkingDay(holiday)).isFalse();
        assertThat(calendar.isWorkingDay(workingDay)).isTrue();
    }

    @Test
    void aWeekendIsNoWorkingDayAndNoHolidayEither() {
        var saturday = LocalDate.parse("2026-06-13");
        var france = RULES.calendar("FR");

        assertThat(france.isWorkingDay(saturday)).isFalse();
        assertThat(france.isWorkingDay(saturday.plusDays(1))).isFalse();
        assertThat(france.isPublicHoliday(saturday)).isFalse();
    }

    @Test
    void aPartOfACountryMayHaveItsOwnZone() {
        assertThat(RULES.calendar("ES-CN").zone()).isEqualTo(ZoneId.of("Atlantic/Canary"));
        assertThat(RULES.calendar("ES-MD").zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    }

    @Test
    void everyCountryWithAZoneHasACalendar() {
        assertThat(RULES.zones().keySet())
                .allSatisfy(place -> assertThat(RULES.calendar(place).isPublicHoliday(LocalDate.parse("2026-01-01")))
                        .as(place)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "GB-XXX", "gb-eng", "GB-ENG-1", "EU", "ANY"})
    void anUnknownPlaceIsRefusedInsteadOfHavingNoHolidays(String place) {
        assertThatIllegalArgumentException().isThrownBy(() -> RULES.calendar(place));
    }
}
