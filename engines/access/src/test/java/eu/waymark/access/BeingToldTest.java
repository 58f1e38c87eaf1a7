package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeingToldTest {

    private static final AccessPolicy POLICY = AccessPolicy.shipped();

    @Test
    void who_reads_of_children_is_told_for_the_purposes_of_that_alone() {
        assertThat(isTold("practitioner", "child-protection", "CP-MISSING")).isTrue();
        assertThat(isTold("supervisor", "child-protection", "SUBJECT-ACCESS")).isTrue();
        assertThat(isTold("supervisor", "child-protection", "INSPECTION")).isFalse();
        assertThat(isTold("practitioner", "police", "CP-MISSING")).isTrue();
        assertThat(isTold("practitioner", "police", "CP-TRANSFER")).isFalse();
    }

    @Test
    void who_reads_nothing_is_told_for_a_purpose_that_the_policy_names_for_the_role() {
        assertThat(isTold("practitioner", "border-guard", "CP-MISSING")).isTrue();
        assertThat(isTold("supervisor", "inspectorate", "INSPECTION")).isTrue();
        assertThat(isTold("supervisor", "police", "CP-EMERGENCY")).isTrue();
    }

    @Test
    void nobody_is_told_for_a_purpose_with_which_nothing_is_read() {
        for (var role : Role.values()) {
            for (var agencyType : AgencyType.values()) {
                for (var purpose : List.of("STATISTICS", "AUDIT", "IMMIGRATION-ENFORCEMENT", "COURT")) {
                    assertThat(isTold(role.code(), agencyType.code(), purpose)).isFalse();
                }
            }
        }
    }

    @Test
    void neither_enforcement_nor_whoever_keeps_the_system_nor_the_unknown_is_told() {
        assertThat(isTold("practitioner", "immigration-enforcement", "CP-MISSING"))
                .isFalse();
        assertThat(isTold("compliance", "child-protection", "CP-MISSING")).isFalse();
        assertThat(POLICY.mayBeTold(new Question(
                        Set.of("practitioner", "registrar"), "child-protection", "CP-MISSING", null, null)))
                .isFalse();
        assertThat(isTold("practitioner", "a-school-of-fish", "CP-MISSING")).isFalse();
        assertThat(isTold("practitioner", null, "CP-MISSING")).isFalse();
        assertThat(isTold("practitioner", "child-protection", null)).isFalse();
        assertThat(isTold("stranger", "child-protection", "CP-MISSING")).isFalse();
    }

    private static boolean isTold(String role, @Nullable String agencyType, @Nullable String purpose) {
        return POLICY.mayBeTold(new Question(Set.of(role), agencyType, purpose, null, null));
    }
}
