package eu.waymark.referral.trafficking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What follows a trafficking referral: decisions with their clocks, safe contact, a place to stay (scenario S3.3 to 6). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class FollowUpTest {

    private static final Instant NOW = Clock.systemUTC().instant();

    @Test
    void theLocalAuthorityTakesItAndItsWorkBegins() throws SQLException {
        // Given
        var referred = Referred.sent();

        // When
        referred.post(Referred.worker(referred.local()), "/reception", "")
                .then()
                .statusCode(200)
                .body("receivedAt", notNullValue());

        // Then
        assertThat(open(referred)).doesNotContain("trafficking-reception");
        assertThat(AuditTrail.facts("relation.begun", referred.person()))
                .extracting(fact -> fact.path("agency").asText())
                .containsExactly(referred.local());
        referred.post(Referred.worker(referred.team()), "/reception", "").then().statusCode(403);
    }

    @Test
    void reasonableGroundsStartTheTimeBeforeWhichNothingIsConclusive() throws SQLException {
        // Given
        var referred = sentDaysAgo(60);

        // When
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "positive", 10))
                .then()
                .statusCode(200)
                .body("status", equalTo("grounds-found"))
                .body("conclusiveGroundsNotBefore", notNullValue());

        // Then
        assertThat(open(referred))
                .contains("trafficking-conclusive-grounds")
                .doesNotContain("trafficking-reasonable-grounds");
        referred.decide(Referred.worker(referred.team()), decision("conclusive-grounds", "positive", 1))
                .then()
                .statusCode(422)
                .body("code", equalTo("too-early"));
    }

    @Test
    void aConclusiveDecisionAfterThirtyDaysEndsTheClocks() throws SQLException {
        // Given
        var referred = sentDaysAgo(60);
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "positive", 50))
                .then()
                .statusCode(200);

        // Then: the guideline of whoever refers first, and what was learned
        referred.decide(
                        Referred.worker(referred.team()),
                        decision("conclusive-grounds", "positive", 5).replace(", \"learned\": \"nothing-new\"", ""))
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(java.util.List.of("learned")));
        referred.decide(Referred.worker(referred.team()), decision("conclusive-grounds", "positive", 5))
                .then()
                .statusCode(422)
                .body("code", equalTo("open-gates"))
                .body("detail", containsString("OURS-TRA-SAFE"));
        Referred.worker(referred.team())
                .post("/api/referral/v1/guideline-steps/" + referred.id() + "/OURS-TRA-SAFE/completions")
                .then()
                .statusCode(200);

        // When
        referred.decide(Referred.worker(referred.team()), decision("conclusive-grounds", "positive", 5))
                .then()
                .statusCode(200)
                .body("status", equalTo("confirmed"));

        // Then
        assertThat(open(referred)).containsExactly("trafficking-reception");
    }

    @Test
    void aNegativeDecisionIsReconsideredAndBothStay() throws SQLException {
        var referred = sentDaysAgo(20);
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "negative", 15))
                .then()
                .statusCode(200)
                .body("status", equalTo("grounds-not-found"));
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "positive", 2))
                .then()
                .statusCode(200)
                .body("status", equalTo("grounds-found"))
                .body("decisions[0].reconsideration", equalTo(false))
                .body("decisions[1].reconsideration", equalTo(true));
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "negative", 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("trafficking-state"));
    }

    @Test
    void whoRefersSaysWhereTheDecisionComesFromAndTheCompetentAuthorityNeedNot() throws SQLException {
        // Given
        var authority = Referred.agency("central-authority");
        var referred = Referred.drafted(form -> form.put("competentAuthority", authority));
        referred.send(0).then().statusCode(200);
        sentDaysAgo(referred, 10);
        var unsourced = "{\"stage\": \"reasonable-grounds\", \"finding\": \"positive\", \"decidedAt\": \"%s\"}"
                .formatted(NOW.minus(Duration.ofDays(1)));

        // Then
        referred.decide(Referred.worker(referred.team()), unsourced)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(java.util.List.of("source")));
        referred.decide(Referred.worker(referred.local()), decision("reasonable-grounds", "positive", 1))
                .then()
                .statusCode(403);
        referred.decide(Referred.of("central-authority", "clerk", authority, "central-authority"), unsourced)
                .then()
                .statusCode(200)
                .body("decisions[0].recordedAgency", equalTo(authority));
    }

    @Test
    void noGuidelineOfWhoeverRefersHoldsUpWhatTheAuthorityItselfDecides() throws SQLException {
        // Given
        var authority = Referred.agency("central-authority");
        var clerk = Referred.of("central-authority", "clerk", authority, "central-authority");
        var referred = Referred.drafted(form -> form.put("competentAuthority", authority));
        referred.send(0).then().statusCode(200);
        sentDaysAgo(referred, 60);
        referred.decide(clerk, decision("reasonable-grounds", "positive", 50))
                .then()
                .statusCode(200);

        // When
        var decided = referred.decide(
                Referred.of("central-authority", "clerk", authority, "central-authority"),
                decision("conclusive-grounds", "positive", 5));

        // Then
        decided.then().statusCode(200).body("status", equalTo("confirmed"));
    }

    @Test
    void noDecisionIsOfTomorrowOrBeforeTheSending() throws SQLException {
        var referred = sentDaysAgo(10);
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "positive", -1))
                .then()
                .statusCode(422);
        referred.decide(Referred.worker(referred.team()), decision("reasonable-grounds", "positive", 11))
                .then()
                .statusCode(422);
    }

    @Test
    void mailToAnAddressThatIsNotSafeIsBlocked() throws SQLException {
        // Given
        var unsafe = Referred.sent();
        var safe = Referred.drafted(form -> ((ObjectNode) form.get("safeContact"))
                .put("safe", true)
                .putArray("channels")
                .add("in-person"));

        // Then
        unsafe.post(Referred.worker(unsafe.team()), "/contacts", "{\"channel\": \"mail\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("contact-unsafe"));
        safe.post(Referred.worker(safe.team()), "/contacts", "{\"channel\": \"mail\"}")
                .then()
                .statusCode(422);
        safe.post(Referred.worker(safe.team()), "/contacts", "{\"channel\": \"in-person\"}")
                .then()
                .statusCode(200);
        assertThat(Stored.texts("select channel from guarded.trafficking_contact where referral_id in ('" + unsafe.id()
                        + "', '" + safe.id() + "')"))
                .containsExactly("IN_PERSON");
    }

    @Test
    void noAgeDecisionEndsAPlaceToStayBeforeAManagersSafePlan() {
        // Given
        var referred = Referred.sent();
        var ending = "{\"cause\": \"age-decision\"}";

        // When
        referred.post(Referred.worker(referred.local()), "/accommodation-endings", ending)
                .then()
                .statusCode(422)
                .body("code", equalTo("safe-plan-needed"));
        referred.post(Referred.worker(referred.local()), "/safe-plans", "{\"plan\": \"Same worker.\"}")
                .then()
                .statusCode(403);
        referred.post(
                        Referred.as("manager", referred.local(), "manager"),
                        "/safe-plans",
                        "{\"plan\": \"Same worker.\"}")
                .then()
                .statusCode(200)
                .body("safePlan", equalTo("Same worker."));

        // Then
        referred.post(Referred.worker(referred.local()), "/accommodation-endings", ending)
                .then()
                .statusCode(200)
                .body("accommodationEndedAt", notNullValue());
        referred.post(Referred.worker(referred.local()), "/accommodation-endings", ending)
                .then()
                .statusCode(409);
    }

    @Test
    void theDatabaseEndsNoPlaceToStayWithoutASafePlanEither() {
        var referred = Referred.sent();
        assertThatThrownBy(
                        () -> Stored.change("update guarded.trafficking_referral set ended_at = now(), ended_by = 'x'"
                                + " where id = '" + referred.id() + "'"))
                .hasMessageContaining("trafficking_accommodation_ends_by_a_safe_plan");
    }

    private static Referred sentDaysAgo(int days) throws SQLException {
        var referred = Referred.sent();
        sentDaysAgo(referred, days);
        return referred;
    }

    private static void sentDaysAgo(Referred referred, int days) throws SQLException {
        assertThat(Stored.change("alter table guarded.trafficking_referral disable trigger trafficking_form_stays"))
                .isZero();
        assertThat(Stored.change("update guarded.trafficking_referral set sent_at = now() - interval '" + days
                        + " days' where id = '" + referred.id() + "'"))
                .isEqualTo(1);
        assertThat(Stored.change("alter table guarded.trafficking_referral enable trigger trafficking_form_stays"))
                .isZero();
    }

    private static String decision(String stage, String finding, int daysAgo) {
        return "{\"stage\": \"%s\", \"finding\": \"%s\", \"decidedAt\": \"%s\", \"source\": \"Letter\", \"learned\": \"nothing-new\"}"
                .formatted(stage, finding, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static java.util.List<String> open(Referred referred) throws SQLException {
        return Stored.texts(
                "select kind from guarded.work_item where closed_at is null and reference = '" + referred.id() + "'");
    }
}
