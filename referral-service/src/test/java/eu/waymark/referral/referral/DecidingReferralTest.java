package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class DecidingReferralTest {

    private static final String ACCEPT = "{\"decision\": \"accept\"}";
    private static final String REJECT = "{\"decision\": \"reject\", \"reason\": \"No place before March.\"}";
    private static final String SEEN = "\"0\"";

    @Test
    void nobodyDecidesWithoutAToken() {
        Api.anonymous()
                .body(ACCEPT)
                .post(Sent.PATH + "/" + UUID.randomUUID() + "/decisions")
                .then()
                .statusCode(401);
    }

    @Test
    void rolesThatReadNoChildDataDoNotDecide() {
        var sent = Sent.byLeedsToLyon();

        Workers.registrar()
                .header("If-Match", SEEN)
                .body(ACCEPT)
                .post(sent.decisions())
                .then()
                .statusCode(403);
    }

    @Test
    void anAgencyThatEnforcesImmigrationDoesNotDecide() {
        var sent = Sent.byLeedsToLyon();
        var enforcement = Tokens.practitioner(Workers.LYON, "FR").agencyType("immigration-enforcement");

        Api.as(enforcement, Workers.PURPOSE)
                .header("If-Match", SEEN)
                .body(ACCEPT)
                .post(sent.decisions())
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void theSenderDoesNotDecide() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.leeds().header("If-Match", SEEN).body(ACCEPT).post(sent.decisions());

        // Then
        answer.then().statusCode(403).body("code", equalTo("not-the-recipient"));
        assertThat(AuditTrail.of(answer.header("Request-Id"))
                        .path("outcomeCode")
                        .asText())
                .isEqualTo("not-the-recipient");
        Workers.lyon().get(sent.path()).then().body("status", equalTo("sent"));
    }

    @Test
    void forAnyOtherAgencyThereIsNothingToDecide() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var foreign = Workers.berlin().header("If-Match", SEEN).body(ACCEPT).post(sent.decisions());
        var unknown = Workers.berlin()
                .header("If-Match", SEEN)
                .body(ACCEPT)
                .post(Sent.PATH + "/" + UUID.randomUUID() + "/decisions");

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(Answers.withoutRequestId(foreign)).isEqualTo(Answers.withoutRequestId(unknown));
    }

    @Test
    void aDecisionNamesTheVersionItIsAbout() {
        var sent = Sent.byLeedsToLyon();

        Workers.lyon()
                .body(ACCEPT)
                .post(sent.decisions())
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
    }

    @Test
    void aDecisionOnAnOldVersionIsStale() {
        var sent = Sent.byLeedsToLyon();

        Workers.lyon()
                .header("If-Match", "\"7\"")
                .body(ACCEPT)
                .post(sent.decisions())
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
    }

    @Test
    void aDecisionIsAcceptOrReject() {
        var sent = Sent.byLeedsToLyon();

        Workers.lyon()
                .header("If-Match", SEEN)
                .body("{\"decision\": \"revoke\"}")
                .post(sent.decisions())
                .then()
                .statusCode(400);
        Workers.lyon()
                .header("If-Match", SEEN)
                .body("{}")
                .post(sent.decisions())
                .then()
                .statusCode(422);
    }

    @Test
    void theRecipientAccepts() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.lyon().header("If-Match", SEEN).body(ACCEPT).post(sent.decisions());

        // Then
        answer.then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("accepted"))
                .body("decidedAt", notNullValue())
                .body("$", not(hasKey("decisionReason")));
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.referral.accepted");
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(sent.person()));
    }

    @Test
    void anAcceptanceBeginsARelationAndTheSenderIsTold() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        Workers.lyon()
                .header("If-Match", SEEN)
                .body(ACCEPT)
                .post(sent.decisions())
                .then()
                .statusCode(200);

        // Then
        assertThat(AuditTrail.facts("relation.begun", sent.person()))
                .singleElement()
                .asString()
                .isEqualTo("{\"recordId\":\"%s\",\"agency\":\"%s\",\"kind\":\"referral\",\"referral\":\"%s\"}"
                        .formatted(sent.person(), Workers.LYON, sent.id()));
        assertThat(AuditTrail.facts("notification.requested", sent.id())
                        .getLast()
                        .toString())
                .isEqualTo(
                        "{\"agency\":\"%s\",\"kind\":\"referral-accepted\",\"reference\":\"%s\",\"fromAgency\":\"%s\",\"recordId\":\"%s\"}"
                                .formatted(Workers.LEEDS, sent.id(), Workers.LYON, sent.person()));
    }

    @Test
    void theRecipientRejectsWithAReasonThatTheSenderReads() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        Workers.lyon()
                .header("If-Match", SEEN)
                .body(REJECT)
                .post(sent.decisions())
                .then()
                .statusCode(200);

        // Then
        Workers.leeds()
                .get(sent.path())
                .then()
                .body("status", equalTo("rejected"))
                .body("decisionReason", equalTo("No place before March."));
        assertThat(AuditTrail.facts("relation.begun", sent.person())).isEmpty();
    }

    @Test
    void whatIsDecidedStaysDecided() {
        // Given
        var sent = Sent.byLeedsToLyon();
        Workers.lyon()
                .header("If-Match", SEEN)
                .body(REJECT)
                .post(sent.decisions())
                .then()
                .statusCode(200);

        // When
        var again = Workers.lyon().header("If-Match", "\"1\"").body(ACCEPT).post(sent.decisions());

        // Then
        again.then().statusCode(409).body("code", equalTo("illegal-transition"));
        assertThat(AuditTrail.of(again.header("Request-Id")).path("outcomeCode").asText())
                .isEqualTo("illegal-transition");
        assertThat(AuditTrail.facts("relation.begun", sent.person())).isEmpty();
    }
}
