package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The floor against a policy that permits everything to everybody. */
class FloorTest {

    private static final AccessPolicy EVERYTHING = new AccessPolicy("everything", List.of(everything(Set.of())));

    private static Rule everything(Set<Role> without) {
        var roles = EnumSet.allOf(Role.class);
        roles.removeAll(without);
        return new Rule(
                "everything",
                roles,
                EnumSet.allOf(AgencyType.class),
                EnumSet.allOf(PurposeOfUse.class),
                EnumSet.allOf(Relationship.class),
                AccessLevel.FULL,
                EnumSet.allOf(Action.class));
    }

    @Test
    void theGenerousPolicyIsGenerous() {
        assertThat(decide(Role.PRACTITIONER, AgencyType.SCHOOL, PurposeOfUse.STATISTICS, Relationship.HOLDER, "FULL"))
                .isEqualTo(new Decision(AccessLevel.FULL, Reason.PERMITTED, "everything", "everything"));
    }

    @Property
    void anImmigrationEnforcementAgencyGetsNothing(
            @ForAll Role role, @ForAll PurposeOfUse purpose, @ForAll Relationship relationship, @ForAll Action action) {
        for (var asked : List.of("EXISTENCE", "SUMMARY", "FULL", action.code())) {
            assertRefused(
                    decide(role, AgencyType.IMMIGRATION_ENFORCEMENT, purpose, relationship, asked),
                    Reason.IMMIGRATION_ENFORCEMENT);
        }
    }

    @Property
    void aPurposeOfImmigrationEnforcementGetsNothing(
            @ForAll Role role, @ForAll AgencyType agency, @ForAll Relationship relationship, @ForAll Action action) {
        for (var asked : List.of("EXISTENCE", "SUMMARY", "FULL", action.code())) {
            assertRefused(
                    decide(role, agency, PurposeOfUse.IMMIGRATION_ENFORCEMENT, relationship, asked),
                    Reason.IMMIGRATION_ENFORCEMENT);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REGISTRAR", "OPERATOR", "COMPLIANCE"})
    void whoeverKeepsOrWatchesTheSystemReadsNoChildData(Role role) {
        for (var asked : List.of("EXISTENCE", "SUMMARY", "FULL", "check", "entry:close", "person:search")) {
            assertRefused(
                    decide(role, AgencyType.CHILD_PROTECTION, PurposeOfUse.CP_PLAN, Relationship.HOLDER, asked),
                    Reason.ROLE_READS_NO_CHILD_DATA);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REGISTRAR", "OPERATOR", "COMPLIANCE"},
            mode = EnumSource.Mode.EXCLUDE)
    void theOtherRolesMayBeGivenChildData(Role role) {
        assertThat(decide(role, AgencyType.CHILD_PROTECTION, PurposeOfUse.CP_PLAN, Relationship.HOLDER, "FULL")
                        .permitted())
                .isTrue();
    }

    @Test
    void aSecondRoleDoesNotLiftTheBar() {
        var question = new Question(
                Set.of("compliance", "practitioner"), "child-protection", "CP-PLAN", "holder", "EXISTENCE");

        assertRefused(EVERYTHING.decide(question), Reason.ROLE_READS_NO_CHILD_DATA);
    }

    @Test
    void theBarredRolesMayStillAdminister() {
        var question = new Question(Set.of("compliance"), "child-protection", null, null, "audit:read");

        assertThat(EVERYTHING.decide(question))
                .isEqualTo(new Decision(AccessLevel.NONE, Reason.PERMITTED, "everything", "everything"));
    }

    @ParameterizedTest
    @CsvSource({"NONE, EXISTENCE, NARROWED", "AGREEMENT, SUMMARY, NARROWED", "HOLDER, FULL, PERMITTED"})
    void existenceComesBeforeContent(Relationship relationship, AccessLevel most, Reason reason) {
        var decision =
                decide(Role.PRACTITIONER, AgencyType.CHILD_PROTECTION, PurposeOfUse.CP_PLAN, relationship, "FULL");

        assertThat(decision).isEqualTo(new Decision(most, reason, "everything", "everything"));
    }

    @ParameterizedTest
    @CsvSource({"EXCLUDED, EXCLUDED", "PROTECTION_CLAIMED_AGAINST, PROTECTION_CLAIMED"})
    void someAreNeverToldAnything(Relationship relationship, Reason reason) {
        for (var asked : List.of("EXISTENCE", "SUMMARY", "FULL", "check", "disclosure:request")) {
            assertRefused(
                    decide(Role.PRACTITIONER, AgencyType.CHILD_PROTECTION, PurposeOfUse.CP_PLAN, relationship, asked),
                    reason);
        }
    }

    @Property
    void takingARoleOutOfAPolicyNeverShowsMore(
            @ForAll Role role,
            @ForAll Set<Role> without,
            @ForAll AgencyType agency,
            @ForAll PurposeOfUse purpose,
            @ForAll Relationship relationship) {
        // Given
        var narrower = new AccessPolicy("narrower", List.of(everything(without)));
        var question = new Question(Set.of(role.code()), agency.code(), purpose.code(), relationship.code(), "FULL");

        // Then
        assertThat(narrower.decide(question).level())
                .isLessThanOrEqualTo(EVERYTHING.decide(question).level());
    }

    @Property
    void noUnknownValueIsEverPermitted(@ForAll String nonsense) {
        var good = List.of("child-protection", "CP-PLAN", "holder", "FULL");
        assertThat(ask("practitioner", good).permitted()).isTrue();

        for (var at = 0; at < good.size(); at++) {
            var bad = good.toArray(String[]::new);
            bad[at] += nonsense + "?";
            assertUnknown(ask("practitioner", Arrays.asList(bad)));
            bad[at] = null;
            assertUnknown(ask("practitioner", Arrays.asList(bad)));
        }
        assertUnknown(ask("Practitioner", good));
    }

    @Test
    void nobodyAsksForNothing() {
        assertUnknown(ask("practitioner", List.of("child-protection", "CP-PLAN", "holder", "NONE")));
    }

    @Test
    void anUnknownPurposeSpoilsAnAdministrativeActionToo() {
        var question = new Question(Set.of("registrar"), "child-protection", "CURIOSITY", null, "policy:write");

        assertUnknown(EVERYTHING.decide(question));
    }

    @Test
    void rolesThatIssuersAddForThemselvesAreIgnored() {
        var roles = Set.of("practitioner", "offline_access", "default-roles-waymark");

        assertThat(EVERYTHING
                        .decide(new Question(roles, "child-protection", "CP-PLAN", "holder", "FULL"))
                        .permitted())
                .isTrue();
    }

    @Test
    void everyCodeIsItsOwnOnly() {
        var codes = Arrays.stream(AgencyType.values()).map(AgencyType::code).collect(Collectors.toSet());

        assertThat(codes).hasSameSizeAs(AgencyType.values()).contains("child-protection", "immigration-enforcement");
        assertThat(AgencyType.of("CHILD_PROTECTION")).isEmpty();
        assertThat(PurposeOfUse.of("CP-PLAN")).contains(PurposeOfUse.CP_PLAN);
    }

    private static Decision ask(String role, List<String> rest) {
        return EVERYTHING.decide(new Question(Set.of(role), rest.get(0), rest.get(1), rest.get(2), rest.get(3)));
    }

    private static Decision decide(
            Role role, AgencyType agency, PurposeOfUse purpose, Relationship relationship, String asked) {
        return ask(role.code(), List.of(agency.code(), purpose.code(), relationship.code(), asked));
    }

    private static void assertRefused(Decision decision, Reason reason) {
        assertThat(decision).isEqualTo(new Decision(AccessLevel.NONE, reason, "floor", "everything"));
    }

    private static void assertUnknown(Decision decision) {
        assertThat(decision).isEqualTo(new Decision(AccessLevel.NONE, Reason.UNKNOWN_VALUE, "default", "everything"));
    }
}
