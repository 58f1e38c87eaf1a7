package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DecisionTableTest {

    private static final AccessPolicy POLICY = AccessPolicy.shipped();
    private static final DecisionTable TABLE = POLICY.table();
    private static final Map<List<Object>, DecisionTable.Line> LINES = TABLE.lines().stream()
            .collect(Collectors.toMap(
                    line -> List.of(line.role(), line.agencyType(), line.purpose(), line.relationship()),
                    line -> line));

    @Property(tries = 5_000)
    void the_table_says_what_the_policy_decides(
            @ForAll Role role,
            @ForAll AgencyType agencyType,
            @ForAll PurposeOfUse purpose,
            @ForAll Relationship relationship,
            @ForAll Action action) {
        // Given
        var line = LINES.get(List.of(role, agencyType, purpose, relationship));
        var level = line == null ? AccessLevel.NONE : line.level();

        // Then
        assertThat(decide(role, agencyType, purpose, relationship, "FULL").level())
                .isEqualTo(level);
        if (!action.administrative()) {
            assertThat(decide(role, agencyType, purpose, relationship, action.code())
                            .permitted())
                    .isEqualTo(line != null && line.actions().contains(action));
        }
    }

    @Test
    void administration_stands_apart_since_it_needs_no_purpose() {
        for (var role : Role.values()) {
            for (var agencyType : AgencyType.values()) {
                var permitted = TABLE.administration().stream()
                        .filter(one -> one.role() == role && one.agencyType() == agencyType)
                        .flatMap(one -> one.actions().stream())
                        .collect(Collectors.toSet());
                for (var action : Action.values()) {
                    if (action.administrative()) {
                        var question = new Question(Set.of(role.code()), agencyType.code(), null, null, action.code());
                        assertThat(POLICY.decide(question).permitted())
                                .as(question.toString())
                                .isEqualTo(permitted.contains(action));
                    }
                }
            }
        }
    }

    @Test
    void no_line_lets_anybody_in_whom_the_floor_keeps_out() {
        assertThat(TABLE.lines())
                .isNotEmpty()
                .noneMatch(line -> line.role().barredFromChildren())
                .noneMatch(line -> line.agencyType() == AgencyType.IMMIGRATION_ENFORCEMENT)
                .noneMatch(line -> line.purpose() == PurposeOfUse.IMMIGRATION_ENFORCEMENT)
                .noneMatch(line -> line.relationship() == Relationship.EXCLUDED);
    }

    private static Decision decide(
            Role role, AgencyType agencyType, PurposeOfUse purpose, Relationship relationship, String asked) {
        return POLICY.decide(
                new Question(Set.of(role.code()), agencyType.code(), purpose.code(), relationship.code(), asked));
    }
}
