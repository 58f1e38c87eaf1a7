package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

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
class ReadingReferralsTest {

    @Test
    void nobodyReadsWithoutAToken() {
        Api.anonymous().get(Sent.PATH).then().statusCode(401);
        Api.anonymous().get(Sent.PATH + "/" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void rolesThatReadNoChildDataDoNotRead() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var one = Workers.registrar().get(sent.path());
        var list = Workers.registrar().get(Sent.PATH);

        // Then
        one.then().statusCode(403).body("code", equalTo("forbidden"));
        list.then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void immigrationEnforcementReadsNothing() {
        // Given
        var sent = Sent.byLeedsToLyon();
        var enforcement = Tokens.practitioner(Workers.LYON, "FR").purposes("IMMIGRATION-ENFORCEMENT");

        // When
        var one = Api.as(enforcement, "IMMIGRATION-ENFORCEMENT").get(sent.path());
        var list = Api.as(enforcement, "IMMIGRATION-ENFORCEMENT").get(Sent.PATH);

        // Then
        one.then().statusCode(403).body("code", equalTo("purpose-forbidden"));
        list.then().statusCode(403).body("code", equalTo("purpose-forbidden"));
    }

    @Test
    void anAgencyThatEnforcesImmigrationReadsNothingWhateverItsPurpose() {
        // Given
        var sent = Sent.byLeedsToLyon();
        var enforcement = Tokens.practitioner(Workers.LYON, "FR").agencyType("immigration-enforcement");

        // When
        var one = Api.as(enforcement, Workers.PURPOSE).get(sent.path());
        var list = Api.as(enforcement, Workers.PURPOSE).get(Sent.PATH);

        // Then
        one.then().statusCode(403).body("code", equalTo("forbidden"));
        list.then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void theSenderReadsItWithThePersonRecord() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.leeds().get(sent.path());

        // Then
        answer.then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("personRecordId", equalTo(sent.person().toString()))
                .body("reason", equalTo(Sent.REASON))
                .body("status", equalTo("sent"));
    }

    @Test
    void theRecipientReadsItWithoutThePersonRecord() {
        // Given
        var sent = Sent.byLeedsToLyon().move(Workers.lyon(), 0, "decisions", "{\"decision\": \"accept\"}");

        // When
        var answer = Workers.lyon().get(sent.path());

        // Then
        answer.then().statusCode(200).body("reason", equalTo(Sent.REASON)).body("$", not(hasKey("personRecordId")));
        assertThat(answer.asString()).doesNotContain(sent.person().toString());
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.referral.read");
        assertThat(event.path("agent").path("agency").asText()).isEqualTo(Workers.LYON);
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(sent.person()));
    }

    @Test
    void forAnyOtherAgencyItDoesNotExist() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var foreign = Workers.berlin().get(sent.path());
        var unknown = Workers.berlin().get(Sent.PATH + "/" + UUID.randomUUID());

        // Then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Answers.withoutRequestId(foreign)).isEqualTo(Answers.withoutRequestId(unknown));
        assertThat(foreign.headers().asList().stream().map(Object::toString).filter(h -> !h.startsWith("Request-Id")))
                .isEqualTo(unknown.headers().asList().stream()
                        .map(Object::toString)
                        .filter(h -> !h.startsWith("Request-Id"))
                        .toList());
    }

    @Test
    void aRefusedLookIsOnRecordWithTheChildItWasAfter() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.berlin().get(sent.path());

        // Then
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("outcome").asText()).isEqualTo("4");
        assertThat(event.path("outcomeCode").asText()).isEqualTo("not-found");
        assertThat(event.path("agent").path("agency").asText()).isEqualTo(Workers.BERLIN);
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(sent.person()));
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        Workers.leeds().get(Sent.PATH + "/not-an-id").then().statusCode(404).body("code", equalTo("not-found"));
    }
}
