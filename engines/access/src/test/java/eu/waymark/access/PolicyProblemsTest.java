package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyProblemsTest {

    @Test
    void the_shipped_policy_has_none() {
        assertThat(AccessPolicy.problems(AccessPolicy.shippedDocument())).isEmpty();
    }

    @Test
    void each_mistake_is_named_by_its_field_and_never_repeated() {
        // Given
        var document = """
                {"version": " ", "rulez": [], "rules": [
                  {"id": "a", "roles": ["practicioner", "manager"], "agencyTypes": ["school"], "purposes": "CP-PLAN",
                   "relationships": [], "level": "ALL", "actions": ["check"], "deny": []},
                  {"id": "a", "roles": [], "agencyTypes": [], "purposes": [7], "relationships": [], "level": "NONE", "actions": []},
                  "nonsense"]}
                """;

        // When
        var problems = AccessPolicy.problems(document);

        // Then
        assertThat(problems)
                .extracting(PolicyProblem::path)
                .containsExactlyInAnyOrder(
                        "?",
                        "version",
                        "rules[0].?",
                        "rules[0].roles[0]",
                        "rules[0].purposes",
                        "rules[0].level",
                        "rules[1].id",
                        "rules[1].purposes[0]",
                        "rules[2]");
        assertThat(problems.toString()).doesNotContain("practicioner", "rulez", "deny", "nonsense");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "7", "{", "{\"version\": \"1\"}", "{\"version\": \"1\", \"rules\": []} more"})
    void what_is_no_policy_has_a_problem(String document) {
        assertThat(AccessPolicy.problems(document)).isNotEmpty();
    }

    @Test
    void a_field_that_stands_twice_is_a_problem() {
        assertThat(AccessPolicy.problems("{\"version\": \"1\", \"version\": \"2\", \"rules\": []}"))
                .isNotEmpty();
    }
}
