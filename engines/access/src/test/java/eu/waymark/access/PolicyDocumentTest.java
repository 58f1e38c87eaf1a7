package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    private static final String DOCUMENT = """
            {"version": "2026-11-22", "rules": [{
              "id": "one", "roles": ["practitioner"], "agencyTypes": ["school"], "purposes": ["CP-ASSESS"],
              "relationships": ["none"], "level": "EXISTENCE", "actions": ["check"]
            }]}
            """;

    @Test
    void aDecisionCarriesTheVersionOfItsDocument() {
        // Given
        var policy = AccessPolicy.parse(DOCUMENT);

        // When
        var decision = policy.decide(new Question(Set.of("practitioner"), "school", "CP-ASSESS", "none", "check"));

        // Then
        assertThat(decision).isEqualTo(new Decision(AccessLevel.EXISTENCE, Reason.PERMITTED, "one", "2026-11-22"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "practitioner | practicioner",
                "school | School",
                "CP-ASSESS | CP_ASSESS",
                "\"EXISTENCE\" | 1",
                "\"check\" | \"checks\"",
                "\"check\" | null",
                "[\"check\"] | null",
                "\"roles\" | \"role\"",
                "\"actions\": | \"action\": [], \"actions\":",
                "\"level\": \"EXISTENCE\", | ``",
                "2026-11-22 | ``",
                "\"one\" | \"\""
            })
    void aMisspeltDocumentIsNotUsedAtAll(String word, String misspelt) {
        var document = DOCUMENT.replace(word, misspelt);

        assertThat(document).isNotEqualTo(DOCUMENT);
        assertThatThrownBy(() -> AccessPolicy.parse(document)).isInstanceOf(InvalidPolicyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"version\": \"1\"}",
                "{\"version\": \"1\", \"rules\": [null]}",
                "{\"version\": \"1\", \"version\": \"2\", \"rules\": []}",
                "{\"version\": \"1\", \"rules\": []} more"
            })
    void anythingElseIsNoPolicy(String document) {
        assertThatThrownBy(() -> AccessPolicy.parse(document)).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void twoRulesDoNotShareAnId() {
        var rule = DOCUMENT.substring(DOCUMENT.indexOf('[') + 1, DOCUMENT.lastIndexOf(']'));
        var document = DOCUMENT.replace(rule, rule + "," + rule);

        assertThatThrownBy(() -> AccessPolicy.parse(document)).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void anEmptyPolicyDeniesEverything() {
        var policy = AccessPolicy.parse("{\"version\": \"none\", \"rules\": []}");

        assertThat(policy.decide(
                        new Question(Set.of("practitioner"), "child-protection", "CP-PLAN", "holder", "EXISTENCE")))
                .isEqualTo(new Decision(AccessLevel.NONE, Reason.NO_RULE, "default", "none"));
    }
}
