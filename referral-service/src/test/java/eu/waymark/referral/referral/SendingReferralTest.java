package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.IdentityStub;
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
class SendingReferralTest {

    @BeforeEach
    void theDirectoryIsKnown() {
        Directory.isKnown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"immigration-enforcement", "benefits", "no-such-type"})
    void nothingIsSentToAnAgencyThatMayNotAnswer(String type) {
        // Given
        var code = Directory.newCode();
        Directory.deliver(UUID.randomUUID(), code, "Somebody else", "GB", type);

        // When
        var answer = Workers.leeds()
                .body(Sent.body(Identity.personOf(Workers.LEEDS), code, Sent.REASON))
                .post(Sent.PATH);

        // Then
        answer.then().statusCode(422).body("code", equalTo("recipient-cannot-answer"));
    }

    @Test
    void anUnknownPropertyIsRefused() {
        Workers.leeds()
                .body("{\"personRecordId\": \"%s\", \"priority\": 1}".formatted(UUID.randomUUID()))
                .post(Sent.PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void everyMissingFieldIsNamed() {
        Workers.leeds()
                .body("{}")
                .post(Sent.PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"))
                .body("errors.field", hasItems("personRecordId", "toAgency", "kind", "urgency", "reason"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4001})
    void theReasonHasOneToFourThousandLetters(int length) {
        Workers.leeds()
                .body(Sent.body(Identity.personOf(Workers.LEEDS), Workers.LYON, "x".repeat(length)))
                .post(Sent.PATH)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("reason"))
                .body(not(containsString("xx")));
    }

    @Test
    void theLongestReasonIsSent() {
        assertThat(Sent.byLeedsToLyon("é".repeat(4000)).id()).isNotNull();
    }

    @Test
    void anAgencyOutsideTheDirectoryIsUnknown() {
        Workers.leeds()
                .body(Sent.body(Identity.personOf(Workers.LEEDS), "XX-NOBODY", Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-agency"))
                .body("errors.field", hasItem("toAgency"))
                .body(not(containsString("XX-NOBODY")));
    }

    @Test
    void nobodySendsToTheirOwnAgency() {
        Workers.leeds()
                .body(Sent.body(Identity.personOf(Workers.LEEDS), Workers.LEEDS, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("own-agency"));
    }

    @Test
    void nothingIsSentWhileIdentityIsAway() {
        // Given
        var person = Identity.personOf(Workers.LEEDS);

        // When
        Identity.whileAway(() -> Workers.leeds()
                .body(Sent.body(person, Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("30"))
                .body("code", equalTo("upstream-unavailable")));

        // Then
        Workers.leeds()
                .body(Sent.body(person, Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void nothingIsSentWhileNoTokenCanBeExchanged() {
        var person = Identity.personOf(Workers.LEEDS);

        Identity.whileNoTokensAreExchanged(() -> Workers.leeds()
                .body(Sent.body(person, Workers.LYON, Sent.REASON))
                .post(Sent.PATH)
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("code", equalTo("upstream-unavailable")));
    }

    @Test
    void aReferralIsSent() {
        // Given
        var person = Identity.personOf(Workers.LEEDS);

        // When
        var answer = Workers.leeds()
                .body(Sent.body(person, Workers.LYON, Sent.REASON))
                .post(Sent.PATH);

        // Then
        var id = answer.then()
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("personRecordId", equalTo(person.toString()))
                .body("fromAgency", equalTo(Workers.LEEDS))
                .body("fromCountry", equalTo("GB"))
                .body("toAgency", equalTo(Workers.LYON))
                .body("kind", equalTo("assessment"))
                .body("urgency", equalTo("urgent"))
                .body("status", equalTo("sent"))
                .body("reason", equalTo(Sent.REASON))
                .extract()
                .<String>path("id");
        answer.then().header("Location", endsWith(Sent.PATH + "/" + id));
        assertThat(UUID.fromString(id).version()).isEqualTo(4);
    }

    @Test
    void theSendingIsOnRecordAndTheRecipientIsToldOfIt() {
        // Given
        var person = Identity.personOf(Workers.LEEDS);

        // When
        var answer = Workers.leeds()
                .header("Case-Reference", "LDS-4711")
                .body(Sent.body(person, Workers.LYON, Sent.REASON))
                .post(Sent.PATH);

        // Then
        var id = answer.<String>path("id");
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.referral.sent");
        assertThat(event.path("outcome").asText()).isEqualTo("0");
        assertThat(event.path("purpose").asText()).isEqualTo(Workers.PURPOSE);
        assertThat(event.path("case").asText()).isEqualTo("LDS-4711");
        assertThat(event.path("resource").asText()).isEqualTo(id);
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(person));
        assertThat(AuditTrail.facts("notification.requested", UUID.fromString(id)))
                .singleElement()
                .asString()
                .isEqualTo(
                        "{\"agency\":\"%s\",\"kind\":\"referral-received\",\"reference\":\"%s\",\"fromAgency\":\"%s\",\"recordId\":\"%s\"}"
                                .formatted(Workers.LYON, id, Workers.LEEDS, person));
    }
}
