package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RevokingReferralTest {

    private static final String SEEN = "\"0\"";

    @Test
    void nobodyRevokesWithoutAToken() {
        Api.anonymous()
                .post(Sent.PATH + "/" + UUID.randomUUID() + "/revocations")
                .then()
                .statusCode(401);
    }

    @Test
    void rolesThatReadNoChildDataDoNotRevoke() {
        var sent = Sent.byLeedsToLyon();

        Workers.registrar()
                .header("If-Match", SEEN)
                .post(sent.revocations())
                .then()
                .statusCode(403);
    }

    @Test
    void theRecipientDoesNotRevoke() {
        var sent = Sent.byLeedsToLyon();

        Workers.lyon()
                .header("If-Match", SEEN)
                .post(sent.revocations())
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-sender"));
    }

    @Test
    void forAnyOtherAgencyThereIsNothingToRevoke() {
        var sent = Sent.byLeedsToLyon();

        Workers.berlin()
                .header("If-Match", SEEN)
                .post(sent.revocations())
                .then()
                .statusCode(404);
    }

    @Test
    void aRevocationNamesTheVersionItIsAbout() {
        var sent = Sent.byLeedsToLyon();

        Workers.leeds().post(sent.revocations()).then().statusCode(428);
        Workers.leeds()
                .header("If-Match", "\"3\"")
                .post(sent.revocations())
                .then()
                .statusCode(412);
    }

    @Test
    void theSenderRevokes() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.leeds().header("If-Match", SEEN).post(sent.revocations());

        // Then
        answer.then().statusCode(200).header("ETag", equalTo("\"1\"")).body("status", equalTo("revoked"));
        assertThat(AuditTrail.of(answer.header("Request-Id")).path("type").asText())
                .isEqualTo("referral.referral.revoked");
        Workers.lyon().get(sent.path()).then().body("status", equalTo("revoked"));
        assertThat(AuditTrail.facts("notification.requested", sent.id())
                        .getLast()
                        .toString())
                .contains("\"agency\":\"%s\",\"kind\":\"referral-revoked\"".formatted(Workers.LYON));
    }

    @Test
    void whatIsDecidedIsNotRevoked() {
        // Given
        var sent = Sent.byLeedsToLyon();
        Workers.lyon()
                .header("If-Match", SEEN)
                .body("{\"decision\": \"accept\"}")
                .post(sent.decisions())
                .then()
                .statusCode(200);

        // When
        var answer = Workers.leeds().header("If-Match", "\"1\"").post(sent.revocations());

        // Then
        answer.then().statusCode(409).body("code", equalTo("illegal-transition"));
    }
}
