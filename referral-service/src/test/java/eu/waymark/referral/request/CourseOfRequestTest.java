package eu.waymark.referral.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class CourseOfRequestTest {

    private static final String REFUSAL =
            "{\"reason\": \"transmission-creates-danger\", \"note\": \"See the court file.\"}";

    @jakarta.inject.Inject
    AlarmingUnreceived alarming;

    @Test
    void aRefusalHasACodeAndTheAskerTakesItToTheCentralAuthority() throws SQLException {
        // Given
        var sent = SentRequest.received();

        // When
        refuse(sent, 1).then().statusCode(200).body("refusal.note", equalTo("See the court file."));

        // Then
        Parties.asker()
                .get(sent.path())
                .then()
                .body("status", equalTo("refused"))
                .body("refusal.reason", equalTo("contact-central-authority"))
                .body("refusal", not(hasKey("note")));
        Parties.authority().get(sent.path()).then().statusCode(404);
        Parties.asker()
                .header("If-Match", "\"2\"")
                .post(sent.path() + "/escalations")
                .then()
                .statusCode(200)
                .body("escalation.toAgency", notNullValue());
        assertThat(sent.openWork()).hasSize(1).first().asString().startsWith("information-escalation at PL-");
        Parties.asker()
                .header("If-Match", "\"3\"")
                .post(sent.path() + "/escalations")
                .then()
                .statusCode(409);
    }

    @Test
    void theCentralAuthorityReopensAndTheDeskIsAskedAnew() throws SQLException {
        // Given
        var sent = escalated();

        // When
        var decided = Parties.authority()
                .header("If-Match", "\"3\"")
                .body("{\"decision\": \"reopen\", \"note\": \"There is a duty to answer.\"}")
                .post(sent.path() + "/escalations/decisions");

        // Then
        decided.then().statusCode(200).body("status", equalTo("sent")).body("escalation.decision", equalTo("reopened"));
        assertThat(sent.openWork()).containsExactly("information-answer at " + Parties.DESK);
        Parties.desk().get(sent.path()).then().body("escalation.note", equalTo("There is a duty to answer."));
        sent.confirm().then().statusCode(200).body("receipts", hasSize(2));
    }

    @Test
    void theCentralAuthorityUpholdsAndNobodyElseDecides() throws SQLException {
        // Given
        var sent = escalated();
        var uphold = "{\"decision\": \"uphold\"}";
        Parties.desk()
                .header("If-Match", "\"3\"")
                .body(uphold)
                .post(sent.path() + "/escalations/decisions")
                .then()
                .statusCode(403);

        // When
        var decided = Parties.authority()
                .header("If-Match", "\"3\"")
                .body(uphold)
                .post(sent.path() + "/escalations/decisions");

        // Then
        decided.then().statusCode(200).body("status", equalTo("refused"));
        assertThat(sent.openWork()).isEmpty();
    }

    @Test
    void silencePastTheDeadlineIsTakenFurtherAndNotBefore() throws SQLException {
        // Given
        var sent = SentRequest.received();
        Parties.asker()
                .header("If-Match", "\"1\"")
                .post(sent.path() + "/escalations")
                .then()
                .statusCode(409);
        SentRequest.change("update guarded.information_request set sent_at = sent_at - interval '100 days',"
                + " duplicate_until = duplicate_until - interval '100 days', due_at = due_at - interval '100 days'"
                + " where id = '" + sent.id() + "'");

        // When, Then
        Parties.asker()
                .header("If-Match", "\"1\"")
                .post(sent.path() + "/escalations")
                .then()
                .statusCode(200);
    }

    @Test
    void theWrongAuthorityForwardsAndBothAreTold() throws SQLException {
        // Given
        var sent = SentRequest.received();

        // When
        var forwarded = Parties.desk()
                .header("If-Match", "\"1\"")
                .body("{\"toAgency\": \"" + Parties.OTHER + "\"}")
                .post(sent.path() + "/forwardings");

        // Then
        forwarded.then().statusCode(200).body("status", equalTo("sent")).body("$", not(hasKey("words")));
        assertThat(sent.openWork()).containsExactly("information-answer at " + Parties.OTHER);
        assertThat(AuditTrail.facts("notification.requested", sent.id()).toString())
                .contains("information-request-forwarded", "\"agency\":\"" + Parties.OTHER + "\"");
        assertThat(AuditTrail.facts("relation.ended", sent.person())).hasSize(1);
        Parties.other().get(sent.path()).then().statusCode(200).body("words", notNullValue());
        Parties.desk().get(sent.path()).then().statusCode(200).body("$", not(hasKey("words")));
        Parties.desk().get(sent.path() + "/message").then().statusCode(404);
        Parties.asker().get(sent.path()).then().body("forwardings[0].toAgency", equalTo(Parties.OTHER));
    }

    @Test
    void aRequestIsForwardedWithinItsCountryOnly() {
        var sent = SentRequest.toTheDesk();

        Parties.desk()
                .header("If-Match", "\"0\"")
                .body("{\"toAgency\": \"" + Parties.DANES + "\"}")
                .post(sent.path() + "/forwardings")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"));
    }

    @Test
    void aDecisionNamesTheVersionItIsAbout() {
        var sent = SentRequest.received();

        Parties.desk().body(REFUSAL).post(sent.path() + "/refusals").then().statusCode(428);
        refuse(sent, 7).then().statusCode(412);
        sent.revoke(7).then().statusCode(412);
    }

    @Test
    void aRequestThatNobodyHasReceivedForTwoDaysAlarmsItsSenderOnce() throws SQLException {
        // Given
        var fresh = SentRequest.toTheDesk();
        var sent = SentRequest.toTheDesk();
        SentRequest.change(
                "update guarded.information_request set asked_at = asked_at - interval '49 hours' where id = '"
                        + sent.id() + "'");

        // When
        alarming.run();
        alarming.run();

        // Then
        assertThat(sent.openWork())
                .containsExactly("information-answer at " + Parties.DESK, "information-unreceived at " + Parties.ASKER);
        assertThat(fresh.openWork()).containsExactly("information-answer at " + Parties.DESK);
        Parties.asker()
                .get(sent.path())
                .then()
                .body("deliveryState", equalTo("undelivered"))
                .body("status", equalTo("sent"));
        sent.confirm().then().statusCode(200);
        assertThat(sent.openWork()).containsExactly("information-answer at " + Parties.DESK);
    }

    @Test
    void aTellingThatWasRefusedForGoodIsVisibleAndAlarmsAtOnce() throws SQLException {
        // Given
        var sent = SentRequest.toTheDesk();
        SentRequest.change("insert into fact_dead_letter (subscriber, fact_id, subject, status)"
                + " select 'register', id, subject, 422 from fact_outbox where subject = '" + sent.id() + "'");

        // When
        alarming.run();

        // Then
        Parties.asker().get(sent.path()).then().body("deliveryState", equalTo("undelivered"));
        assertThat(sent.openWork()).contains("information-unreceived at " + Parties.ASKER);
        Parties.desk().get(sent.path()).then().statusCode(200).body("questions", hasSize(2));
    }

    @Test
    void theDatabaseKeepsTheTableOfStatesItself() {
        var sent = SentRequest.toTheDesk();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> SentRequest.change(
                        "update guarded.information_request set status = 'ANSWERED', received_at = now(), closed_at = now(),"
                                + " closed_by = 'x' where id = '" + sent.id() + "'"))
                .hasMessageContaining("SENT cannot become ANSWERED");
    }

    private static SentRequest escalated() throws SQLException {
        var sent = SentRequest.received();
        refuse(sent, 1).then().statusCode(200);
        Parties.asker()
                .header("If-Match", "\"2\"")
                .post(sent.path() + "/escalations")
                .then()
                .statusCode(200);
        SentRequest.change("update guarded.information_request set escalated_to = '" + Parties.AUTHORITY
                + "' where id = '" + sent.id() + "'");
        return sent;
    }

    private static io.restassured.response.Response refuse(SentRequest sent, int version) {
        return Parties.desk()
                .header("If-Match", "\"" + version + "\"")
                .body(REFUSAL)
                .post(sent.path() + "/refusals");
    }
}
