package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockRulesTest {

    private static final String DOCUMENT = """
            {"version": "2", "zones": {"GB": "Europe/London"}, "rules": [{
              "code": "ONE", "jurisdiction": "GB", "text": "One", "startEvents": ["start"], "amount": 3,
              "unit": "HOUR", "bound": "LATEST", "endsOnWorkingDay": false, "source": "none", "confirmed": false
            }]}
            """;

    @Test
    void theShippedDocumentHoldsTheDeadlinesOfTheDomain() {
        // When
        var rules = ClockRules.shipped();

        // Then
        assertThat(rules.version()).isEqualTo("2");
        assertThat(rules.rules())
                .extracting(ClockRule::code)
                .contains("EN-DEC", "EN-ASM", "EN-ICPC", "EN-CORE", "EN-REV1", "EN-REVN", "EN-TIN", "SC-TIN", "WA-ASM")
                .contains(
                        "NRM-RG", "NRM-CG", "NRM-LOC", "EU-80", "EU-82", "SIS-12H", "SE-UTR", "FR-IP", "NL-VT-TRIAGE");
        assertThat(rules.rules()).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
    }

    @Test
    void aStartThatDiffersBetweenAuthoritiesCanBeChosen() {
        assertThat(ClockRules.shipped().find("EN-TIN").orElseThrow().startEvents())
                .containsExactly("referral-received", "referral-accepted", "information-received");
    }

    @Test
    void aPartOfACountryHasItsOwnRulesAndTheCountrys() {
        assertThat(ClockRules.shipped().holdingIn("GB-SCT"))
                .extracting(ClockRule::jurisdiction)
                .containsOnly("GB-SCT", "GB", "ANY");
    }

    @Test
    void anUnknownCodeIsFoundNowhere() {
        assertThat(ClockRules.shipped().find("en-dec")).isEmpty();
    }

    @Test
    void aDocumentIsRead() {
        assertThat(ClockRules.parse(DOCUMENT).find("ONE").orElseThrow().unit()).isEqualTo(ClockUnit.HOUR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"HOUR\" | \"HOURS\"",
                "\"HOUR\" | 1",
                "\"HOUR\" | null",
                "3, | 0,",
                "3, | -1,",
                "3, | 1.5,",
                "[\"start\"] | []",
                "Europe/London | Europe/Lundon",
                "\"amount\" | \"amounts\"",
                "\"confirmed\": false | \"confirmed\": false, \"more\": 1",
                "\"bound\": \"LATEST\", | ``",
                "\"2\" | \"\""
            })
    void aMisspeltDocumentIsNotUsedAtAll(String word, String misspelt) {
        var document = DOCUMENT.replace(word, misspelt);

        assertThat(document).isNotEqualTo(DOCUMENT);
        assertThatThrownBy(() -> ClockRules.parse(document)).isInstanceOf(InvalidRulesException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"version\": \"1\", \"zones\": {}, \"rules\": [null]}"})
    void anythingElseIsNoRuleDocument(String document) {
        assertThatThrownBy(() -> ClockRules.parse(document)).isInstanceOf(InvalidRulesException.class);
    }

    @Test
    void twoRulesDoNotShareACode() {
        var rule = DOCUMENT.substring(DOCUMENT.indexOf("[{") + 1, DOCUMENT.lastIndexOf(']'));
        var document = DOCUMENT.replace(rule, rule + "," + rule);

        assertThatThrownBy(() -> ClockRules.parse(document)).isInstanceOf(InvalidRulesException.class);
    }

    @Test
    void theFirstDocumentIsStillReadSinceDueDatesNameIt() {
        // When
        var first = ClockRules.shipped("1").orElseThrow();

        // Then
        assertThat(first.version()).isEqualTo("1");
        assertThat(first.find("EN-DEC").orElseThrow().handling()).isEqualTo(Handling.usual());
        assertThat(ClockRules.shipped("3")).isEmpty();
    }

    @Test
    void noRuleOfTheFirstDocumentIsLost() {
        var now = ClockRules.shipped();

        assertThat(ClockRules.shipped("1").orElseThrow().rules())
                .allSatisfy(rule -> assertThat(now.find(rule.code())).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"GB-ENG, GB-ENG", "GB-ENG-LDS, GB-ENG", "GB, GB", "DE-BY, DE", "ES-CN, ES", "XX-1, XX"})
    void aClockKnowsNothingSmallerThanANation(String place, String nation) {
        assertThat(ClockRules.shipped().nationOf(place)).isEqualTo(nation);
    }

    @Test
    void theNearestRuleIsTaken() {
        // Given
        var rules = ClockRules.shipped();

        // Then
        assertThat(rules.closest("GB-ENG", "-DEC").orElseThrow().code()).isEqualTo("EN-DEC");
        assertThat(rules.closest("FR", "-DEC").orElseThrow().code()).isEqualTo("OURS-DEC");
        assertThat(rules.closest("FR", "-NOTHING")).isEmpty();
    }

    @Test
    void aStepOfAGuidelineIsFoundByPlaceAndKindOfWork() {
        assertThat(ClockRules.shipped().steps("GB-ENG", "trafficking-referral"))
                .extracting(GuidelineStep::code)
                .containsExactly("EN-TRA-GUARDIAN", "EN-TRA-POLICE", "OURS-TRA-SAFE");
    }

    @Test
    void aPlaceWithoutACalendarHasItsWeekendsOnly() {
        // Given
        var calendar = ClockRules.shipped().nationalCalendar("XX");

        // Then
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-12-25"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-12-26"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"handling\": {\"endEvents\": \"x\"}",
                "\"handling\": {\"reminders\": [0]}",
                "\"handling\": {\"exceptions\": {\"a\": \"NONE\"}}",
                "\"handling\": {\"escalation\": [{\"to\": \"manager\", \"workingDaysLate\": -1}]}",
                "\"handling\": null"
            })
    void aMisspeltHandlingIsNotUsedAtAll(String handling) {
        var document = DOCUMENT.replace("\"confirmed\": false", "\"confirmed\": false, " + handling);

        assertThatThrownBy(() -> ClockRules.parse(document)).isInstanceOf(InvalidRulesException.class);
    }
}
