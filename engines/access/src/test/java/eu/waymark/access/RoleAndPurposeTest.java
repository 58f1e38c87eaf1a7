package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role with each purpose of use in the shipped policy: what it may, and the nearest thing that it may not. */
class RoleAndPurposeTest {

    private static final Set<String> WORKING = Set.of(
            "CP-ASSESS",
            "CP-PLAN",
            "CP-TRANSFER",
            "CP-INFO-REQUEST",
            "CP-EMERGENCY",
            "CP-TRAFFICKING",
            "CP-INVESTIGATION-SUPPORT",
            "CP-MISSING",
            "CP-PLACEMENT");

    private static final AccessPolicy POLICY = AccessPolicy.shipped();

    @ParameterizedTest
    @CsvSource({
        // role, purpose or 'working', agency type, permitted: relationship, asked; denied: relationship, asked
        "practitioner, working, child-protection, holder, FULL, none, FULL",
        "practitioner, SUBJECT-ACCESS, child-protection, holder, FULL, none, FULL",
        "practitioner, IMMIGRATION-SAFEGUARDING, immigration-safeguarding, none, check, none, SUMMARY",
        "practitioner, IMMIGRATION-SAFEGUARDING, immigration-safeguarding, disclosed-to, SUMMARY, disclosed-to, FULL",
        "supervisor, working, child-protection, holder, entry:seal, disclosed-to, entry:seal",
        "supervisor, SUBJECT-ACCESS, child-protection, holder, FULL, holder, entry:seal",
        "supervisor, IMMIGRATION-SAFEGUARDING, immigration-safeguarding, none, information:answer, none, check",
        "supervisor, INSPECTION, child-protection, none, emergency-access:review, none, EXISTENCE",
        "manager, working, child-protection, holder, FULL, holder, entry:seal",
        "manager, SUBJECT-ACCESS, child-protection, holder, FULL, none, FULL",
        "central-authority, working, central-authority, none, disclosure:decide, none, SUMMARY",
        "central-authority, INSPECTION, central-authority, none, emergency-access:review, none, EXISTENCE",
        "system, SYSTEM, child-protection, none, person:import, holder, EXISTENCE"
    })
    void what_a_role_may_for_a_purpose_and_what_not(
            String role, String purposes, String agencyType, String yes, String asked, String no, String denied) {
        for (var purpose : purposes(purposes)) {
            assertThat(decide(role, agencyType, purpose, yes, asked).permitted())
                    .as("%s for %s as %s: %s", role, purpose, yes, asked)
                    .isTrue();
            assertThat(decide(role, agencyType, purpose, no, denied).permitted())
                    .as("%s for %s as %s: %s", role, purpose, no, denied)
                    .isFalse();
        }
    }

    @Test
    void every_other_pair_of_role_and_purpose_may_nothing_anywhere() {
        // Given
        var permitted = new HashSet<>(List.of(
                "practitioner SUBJECT-ACCESS",
                "practitioner IMMIGRATION-SAFEGUARDING",
                "supervisor SUBJECT-ACCESS",
                "supervisor IMMIGRATION-SAFEGUARDING",
                "supervisor INSPECTION",
                "manager SUBJECT-ACCESS",
                "central-authority INSPECTION",
                "system SYSTEM"));
        for (var role : List.of("practitioner", "supervisor", "manager", "central-authority")) {
            WORKING.forEach(purpose -> permitted.add(role + " " + purpose));
        }

        // When
        var found = POLICY.table().lines().stream()
                .map(line -> line.role().code() + " " + line.purpose().code())
                .collect(Collectors.toSet());

        // Then
        assertThat(found).isEqualTo(permitted);
        for (var role : Role.values()) {
            for (var purpose : PurposeOfUse.values()) {
                if (!permitted.contains(role.code() + " " + purpose.code())) {
                    assertThat(asks(role, purpose)).as(role + " " + purpose).noneMatch(Decision::permitted);
                }
            }
        }
    }

    /** Reading, from every kind of agency, as anything to the child. */
    private static List<Decision> asks(Role role, PurposeOfUse purpose) {
        var decisions = new ArrayList<Decision>();
        for (var agencyType : AgencyType.values()) {
            for (var relationship : Relationship.values()) {
                decisions.add(decide(role.code(), agencyType.code(), purpose.code(), relationship.code(), "EXISTENCE"));
            }
        }
        return decisions;
    }

    private static List<String> purposes(String named) {
        return named.equals("working")
                ? WORKING.stream().sorted().toList()
                : Stream.of(named).toList();
    }

    private static Decision decide(String role, String agencyType, String purpose, String relationship, String asked) {
        return POLICY.decide(new Question(Set.of(role), agencyType, purpose, relationship, asked));
    }
}
