package eu.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line is a pair: who may, and the nearest question that may not. */
class ShippedPolicyTest {

    private final AccessPolicy policy = AccessPolicy.shipped();

    @ParameterizedTest
    @CsvSource({
        // role, agency, relationship, asked, permitted purpose, denied purpose
        "practitioner, child-protection, none, EXISTENCE, CP-ASSESS, STATISTICS",
        "practitioner, child-protection, none, check, CP-MISSING, AUDIT",
        "practitioner, child-protection, holder, FULL, CP-PLAN, COURT",
        "practitioner, child-protection, holder, FULL, SUBJECT-ACCESS, SYSTEM",
        "practitioner, child-protection, disclosed-to, FULL, CP-INFO-REQUEST, INSPECTION",
        "practitioner, child-protection, agreement, SUMMARY, CP-ASSESS, STATISTICS",
        "supervisor, child-protection, holder, entry:seal, CP-PLAN, SUBJECT-ACCESS",
        "manager, child-protection, transfer-recipient, transfer:decide, CP-TRANSFER, CP-ASSESS",
        "central-authority, central-authority, none, disclosure:decide, CP-INFO-REQUEST, STATISTICS",
        "practitioner, police, none, check, CP-INVESTIGATION-SUPPORT, CP-PLAN",
        "practitioner, immigration-safeguarding, none, check, IMMIGRATION-SAFEGUARDING, CP-ASSESS",
        "practitioner, immigration-safeguarding, none, check, CP-TRAFFICKING, IMMIGRATION-ENFORCEMENT",
        "practitioner, health, none, check, CP-ASSESS, CP-PLAN",
        "practitioner, health, emergency-access, SUMMARY, CP-EMERGENCY, CP-ASSESS",
        "practitioner, embassy, none, check, CP-MISSING, CP-ASSESS",
        "practitioner, police, disclosed-to, SUMMARY, CP-MISSING, CP-PLAN",
        "practitioner, immigration-safeguarding, disclosed-to, SUMMARY, IMMIGRATION-SAFEGUARDING, IMMIGRATION-ENFORCEMENT",
        "practitioner, health, disclosed-to, SUMMARY, CP-ASSESS, CP-PLAN",
        "practitioner, embassy, disclosed-to, SUMMARY, CP-MISSING, CP-ASSESS",
        "central-authority, central-authority, disclosed-to, SUMMARY, CP-INFO-REQUEST, INSPECTION",
        "system, child-protection, none, person:import, SYSTEM, CP-PLAN",
    })
    void thePurposeDecides(String role, String agency, String relationship, String asked, String yes, String no) {
        assertPermitted(decide(role, agency, yes, relationship, asked));
        assertDenied(decide(role, agency, no, relationship, asked));
    }

    @ParameterizedTest
    @CsvSource({
        // agency, purpose, relationship, asked, permitted role, denied role
        "child-protection, CP-ASSESS, none, check, practitioner, system",
        "child-protection, CP-ASSESS, none, check, central-authority, manager",
        "child-protection, CP-PLAN, holder, FULL, supervisor, compliance",
        "child-protection, CP-PLAN, holder, FULL, practitioner, operator",
        "child-protection, CP-PLAN, holder, entry:seal, supervisor, practitioner",
        "child-protection, CP-EMERGENCY, holder, emergency-access:review, supervisor, manager",
        "health, CP-EMERGENCY, none, emergency-access:review, supervisor, practitioner",
        "child-protection, CP-ASSESS, holder, person:review, practitioner, compliance",
        "child-protection, CP-ASSESS, holder, person:link, supervisor, practitioner",
        "child-protection, SYSTEM, none, person:import, system, practitioner",
        "child-protection, CP-PLAN, holder, directory:write, registrar, practitioner",
        "child-protection, AUDIT, none, audit:read, compliance, registrar",
        "child-protection, AUDIT, none, audit:read, compliance, practitioner",
        "child-protection, SYSTEM, none, health:read, operator, manager",
        "child-protection, STATISTICS, none, statistics:read, manager, practitioner",
        "health, CP-EMERGENCY, none, check, practitioner, manager",
    })
    void theRoleDecides(String agency, String purpose, String relationship, String asked, String yes, String no) {
        assertPermitted(decide(yes, agency, purpose, relationship, asked));
        assertDenied(decide(no, agency, purpose, relationship, asked));
    }

    @ParameterizedTest
    @CsvSource({
        // role, purpose, relationship, asked, permitted agency, denied agency
        "practitioner, CP-ASSESS, none, check, child-protection, benefits",
        "practitioner, CP-EMERGENCY, none, check, police, border-guard",
        "practitioner, CP-TRAFFICKING, none, check, immigration-safeguarding, immigration-enforcement",
        "practitioner, CP-PLAN, holder, FULL, child-protection, school",
        "practitioner, CP-EMERGENCY, emergency-access, SUMMARY, hotline, embassy",
    })
    void theAgencyDecides(String role, String purpose, String relationship, String asked, String yes, String no) {
        assertPermitted(decide(role, yes, purpose, relationship, asked));
        assertDenied(decide(role, no, purpose, relationship, asked));
    }

    @ParameterizedTest
    @CsvSource({
        "holder, FULL",
        "disclosed-to, FULL",
        "agreement, SUMMARY",
        "former-holder, SUMMARY",
        "transfer-recipient, SUMMARY",
        "referral, EXISTENCE",
        "none, EXISTENCE",
        "excluded, NONE",
        "protection-claimed-against, NONE"
    })
    void theRelationshipDecidesHowMuchIsShown(String relationship, AccessLevel most) {
        var decision = decide("practitioner", "child-protection", "CP-TRANSFER", relationship, "FULL");

        assertThat(decision.level()).isEqualTo(most);
        assertThat(decision.permitted()).isEqualTo(most == AccessLevel.FULL);
    }

    @ParameterizedTest
    @CsvSource({"health, CP-ASSESS", "embassy, CP-MISSING"})
    void whoWorksOnAReferralMayAskForContentAndNobodyElseOfThem(String agency, String purpose) {
        assertPermitted(decide("practitioner", agency, purpose, "referral", "disclosure:request"));
        assertDenied(decide("practitioner", agency, purpose, "none", "disclosure:request"));
        assertThat(decide("practitioner", agency, purpose, "referral", "FULL").level())
                .isEqualTo(AccessLevel.EXISTENCE);
    }

    @ParameterizedTest
    @CsvSource({"school", "guardian", "ngo", "residential-home", "foster-agency", "benefits", "court"})
    void whoMayLookForNoChildIsNotPromisedThatItMayAskForContent(String agency) {
        for (var purpose : List.of("CP-ASSESS", "CP-PLAN", "CP-EMERGENCY", "COURT")) {
            assertDenied(decide("practitioner", agency, purpose, "none", "check"));
            assertDenied(decide("practitioner", agency, purpose, "referral", "disclosure:request"));
            assertDenied(decide("practitioner", agency, purpose, "disclosed-to", "SUMMARY"));
        }
    }

    @Test
    void nobodyIsShownMoreThanTheyAskFor() {
        var decision = decide("practitioner", "child-protection", "CP-PLAN", "holder", "SUMMARY");

        assertThat(decision).isEqualTo(new Decision(AccessLevel.SUMMARY, Reason.PERMITTED, "holder-works", "1"));
    }

    @Test
    void lessThanWasAskedForIsNotAPermission() {
        var decision = decide("practitioner", "child-protection", "CP-PLAN", "none", "FULL");

        assertThat(decision).isEqualTo(new Decision(AccessLevel.EXISTENCE, Reason.NARROWED, "protection-asks", "1"));
        assertThat(decision.permitted()).isFalse();
    }

    @Test
    void whatNoRuleNamesIsDenied() {
        var decision = decide("practitioner", "school", "CP-PLAN", "none", "EXISTENCE");

        assertThat(decision).isEqualTo(new Decision(AccessLevel.NONE, Reason.NO_RULE, "default", "1"));
    }

    private Decision decide(String role, String agency, String purpose, String relationship, String asked) {
        return policy.decide(new Question(Set.of(role), agency, purpose, relationship, asked));
    }

    private static void assertPermitted(Decision decision) {
        assertThat(decision.permitted()).as(decision.toString()).isTrue();
    }

    private static void assertDenied(Decision decision) {
        assertThat(decision.permitted()).as(decision.toString()).isFalse();
        assertThat(decision.level()).isEqualTo(AccessLevel.NONE);
    }
}
