package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final AccessPolicy policy = AccessPolicy.shipped();

    @Test
    void what_is_missing_is_named_one_by_one() {
        // When
        var why = explain("practitioner", "child-protection", "CP-PLAN", "none", "FULL");

        // Then
        assertThat(why.decision().reason()).isEqualTo(Reason.NARROWED);
        assertThat(why.relationships()).contains(Relationship.HOLDER, Relationship.DISCLOSED_TO);
        assertThat(why.purposes()).isEmpty();
        assertThat(why.roles()).isEmpty();
    }

    @Test
    void what_is_permitted_lacks_nothing() {
        var why = explain("practitioner", "child-protection", "CP-PLAN", "holder", "FULL");

        assertThat(why.decision().permitted()).isTrue();
        assertThat(why.relationships()).isEmpty();
    }

    @Test
    void each_alternative_alone_is_enough() {
        // Given
        var asked = new Question(Set.of("practitioner"), "child-protection", "CP-PLAN", "holder", "entry:seal");

        // When
        var why = policy.explain(asked);

        // Then
        assertThat(why.roles()).containsExactly(Role.SUPERVISOR);
        assertThat(policy.decide(new Question(
                                Set.of("supervisor"), "child-protection", "CP-PLAN", "holder", "entry:seal"))
                        .permitted())
                .isTrue();
    }

    @Test
    void nothing_opens_a_child_to_immigration_enforcement() {
        var why = explain("practitioner", "immigration-enforcement", "IMMIGRATION-ENFORCEMENT", "none", "FULL");

        assertThat(why.decision().rule()).isEqualTo("floor");
        assertThat(why.agencyTypes()).isEmpty();
        assertThat(why.purposes()).isEmpty();
        assertThat(why.relationships()).isEmpty();
    }

    private Explanation explain(String role, String agencyType, String purpose, String relationship, String asked) {
        return policy.explain(new Question(Set.of(role), agencyType, purpose, relationship, asked));
    }
}
