package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class WhoMaySendTest {

    @BeforeEach
    void theDirectoryIsKnown() {
        Directory.isKnown();
    }

    @Test
    void nobodySendsWithoutAToken() {
        Api.anonymous()
                .body(Sent.body(UUID.randomUUID(), Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void rolesThatReadNoChildDataDoNotSend() {
        Workers.registrar()
                .body(Sent.body(Identity.personOf(Workers.LEEDS), Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void nobodySendsWithoutSayingWhy() {
        // Given
        var person = Identity.personOf(Workers.LEEDS);

        // When
        var answer = Workers.asked(Api.as(Tokens.practitioner(Workers.LEEDS, "GB")))
                .body(Sent.body(person, Workers.LYON, Sent.REASON))
                .post(Sent.PATH);

        // Then
        answer.then().statusCode(403).body("code", equalTo("purpose-required"));
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("outcome").asText()).isEqualTo("4");
        assertThat(event.path("outcomeCode").asText()).isEqualTo("purpose-required");
    }

    @Test
    void immigrationEnforcementSendsNothing() {
        // Given
        var enforcement = Tokens.practitioner(Workers.LEEDS, "GB").purposes("IMMIGRATION-ENFORCEMENT");

        // When
        var answer = Workers.asked(Api.as(enforcement, "IMMIGRATION-ENFORCEMENT"))
                .body(Sent.body(Identity.personOf(Workers.LEEDS), Workers.LYON, Sent.REASON))
                .post(Sent.PATH);

        // Then
        answer.then().statusCode(403).body("code", equalTo("purpose-forbidden"));
        assertThat(AuditTrail.of(answer.header("Request-Id"))
                        .path("outcomeCode")
                        .asText())
                .isEqualTo("purpose-forbidden");
    }

    @Test
    void anAgencyThatEnforcesImmigrationSendsNothingWhateverItsPurpose() {
        // Given
        var enforcement = Tokens.practitioner(Workers.LEEDS, "GB").agencyType("immigration-enforcement");

        // When
        var answer = Workers.asked(Api.as(enforcement, Workers.PURPOSE))
                .body(Sent.body(Identity.personOf(Workers.LEEDS), Workers.LYON, Sent.REASON))
                .post(Sent.PATH);

        // Then
        answer.then().statusCode(403).body("code", equalTo("forbidden"));
        assertThat(AuditTrail.of(answer.header("Request-Id")).path("outcome").asText())
                .isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATISTICS", "COURT", "AUDIT"})
    void purposesThatThePolicyDoesNotNameSendNothing(String purpose) {
        Workers.asked(Api.as(Tokens.practitioner(Workers.LEEDS, "GB").purposes(purpose), purpose))
                .body(Sent.body(Identity.personOf(Workers.LEEDS), Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void aChildOfAnotherAgencyIsAsUnknownAsAChildOfNobody() {
        // Given
        var foreign = Identity.personOf(Workers.BERLIN);
        var unknown = UUID.randomUUID();

        // When
        var ofAnother = Workers.leeds()
                .body(Sent.body(foreign, Workers.LYON, Sent.REASON))
                .post(Sent.PATH);
        var ofNobody = Workers.leeds()
                .body(Sent.body(unknown, Workers.LYON, Sent.REASON))
                .post(Sent.PATH);

        // Then
        assertThat(ofAnother.statusCode()).isEqualTo(404);
        assertThat(ofNobody.statusCode()).isEqualTo(404);
        assertThat(Answers.withoutRequestId(ofAnother)).isEqualTo(Answers.withoutRequestId(ofNobody));
        var event = AuditTrail.of(ofAnother.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.referral.sent");
        assertThat(event.path("outcomeCode").asText()).isEqualTo("not-found");
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(foreign));
    }
}
