package eu.waymark.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(rules.version()).isEqualTo("1");
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
}
