package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day ends at the midnight of its own zone, in countries that have several, and in whichever season. */
class ZonesTest {

    private static final ClockRules RULES = rules("""
            "ES": "Europe/Madrid", "ES-CN": "Atlantic/Canary", "DK": "Europe/Copenhagen", "GB": "Europe/London",
            "GB-SCT": "Europe/Athens\"""");

    @ParameterizedTest
    @CsvSource({
        // From Friday to Monday, the week before summer time begins on Sunday, 29 March 2026
        "2026-03-20T09:00:00Z, ES, 2026-03-23T23:00:00Z",
        "2026-03-20T09:00:00Z, ES-CN, 2026-03-24T00:00:00Z",
        "2026-03-20T09:00:00Z, GB, 2026-03-24T00:00:00Z",
        "2026-03-20T09:00:00Z, GB-SCT, 2026-03-23T22:00:00Z",
        // And over that Sunday
        "2026-03-27T09:00:00Z, ES, 2026-03-30T22:00:00Z",
        "2026-03-27T09:00:00Z, ES-CN, 2026-03-30T23:00:00Z",
        "2026-03-27T09:00:00Z, GB, 2026-03-30T23:00:00Z",
        "2026-03-27T09:00:00Z, GB-SCT, 2026-03-30T21:00:00Z",
        // Over the Sunday on which it ends, 25 October 2026
        "2026-10-23T09:00:00Z, ES, 2026-10-26T23:00:00Z",
        "2026-10-23T09:00:00Z, ES-CN, 2026-10-27T00:00:00Z",
        "2026-10-23T09:00:00Z, GB-SCT, 2026-10-26T22:00:00Z",
        // A part without a zone of its own has that of its country
        "2026-03-27T09:00:00Z, GB-ENG, 2026-03-30T23:00:00Z",
    })
    void eachPartOfACountryHasItsOwnMidnight(Instant start, String place, Instant due) {
        assertThat(due(RULES, start, place)).isEqualTo(due);
    }

    @Test
    void aDocumentThatMovesAPlaceToAnotherZoneIsNotAnsweredFromTheOneBefore() {
        // Given: the calendars of places are kept, and those of the first document were asked for
        var friday = Instant.parse("2026-03-27T09:00:00Z");
        assertThat(due(RULES, friday, "ES-CN")).isEqualTo(Instant.parse("2026-03-30T23:00:00Z"));

        // When
        var moved = rules("\"ES\": \"Atlantic/Azores\", \"ES-CN\": \"Europe/Madrid\", \"GB\": \"Europe/London\"");

        // Then
        assertThat(due(moved, friday, "ES-CN")).isEqualTo(Instant.parse("2026-03-30T22:00:00Z"));
        assertThat(due(moved, friday, "ES")).isEqualTo(Instant.parse("2026-03-31T00:00:00Z"));
        assertThat(due(RULES, friday, "ES-CN")).isEqualTo(Instant.parse("2026-03-30T23:00:00Z"));
    }

    private static Instant due(ClockRules rules, Instant start, String place) {
        return Reckoning.of(rules.find("ONE-DAY").orElseThrow(), start, rules.nationalCalendar(place), List.of())
                .due()
                .until();
    }

    private static ClockRules rules(String zones) {
        return ClockRules.parse("""
                {"version": "zones", "zones": {%s}, "nations": ["ES-CN", "GB-ENG", "GB-SCT"], "extraHolidays": [], "steps": [],
                 "rules": [{"code": "ONE-DAY", "jurisdiction": "ANY", "text": "One working day", "startEvents": ["asked"],
                   "amount": 1, "unit": "WORKING_DAY", "bound": "LATEST", "endsOnWorkingDay": false, "source": "test",
                   "confirmed": true}]}""".formatted(zones));
    }
}
