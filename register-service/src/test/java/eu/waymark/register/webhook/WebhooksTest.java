package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal is told that its inbox has changed, and nothing else. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WebhooksTest extends RegisteredPortal {

    @Test
    void aNotificationLeadsToASignedEventThatSaysNothingOfIt() {
        // When
        aNotification();
        delivering.run();

        // Then
        assertThat(portal.received()).hasSize(1);
        var message = portal.received().getFirst();
        assertThat(message.isSignedBy(secret)).isTrue();
        assertThat(message.isSignedBy("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(message.contentType()).isEqualTo("application/cloudevents+json");
        assertThat(message.body())
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"" + message.id()
                        + "\",\"source\":\"/api/register/v1/notifications\",\"type\":\"eu.waymark.inbox.changed\"}");
        assertThat(UUID.fromString(message.id()).version()).isEqualTo(4);
        deliveries("deliveries")
                .body("items[0].status", is("delivered"))
                .body("items[0].attempts.outcome", hasItem("accepted"));
    }

    /** A look at an entry is its named workers' to know; so it is whether the entry is sealed or not. */
    @Test
    void whatOnlyNamedWorkersSeeIsNotAnnounced() {
        Scene.hit(Scene.claire("claire-" + UUID.randomUUID()));
        delivering.run();
        assertThat(portal.received()).isEmpty();
    }

    @Test
    void aTestEventLooksLikeAnyOtherAndSeveralNotificationsAreOneEvent() {
        // Given
        test();
        delivering.run();
        var tested = portal.received().getFirst();

        // When
        aNotification();
        aNotification();
        delivering.run();
        delivering.run();

        // Then
        assertThat(portal.received()).hasSize(2);
        var real = portal.received().getLast();
        assertThat(real.body().replace(real.id(), "")).isEqualTo(tested.body().replace(tested.id(), ""));
    }

    @Test
    void aReplacedSecretSignsBesideTheNewOneUntilItExpires() throws SQLException {
        // When
        String fresh = Api.as(registrar("GB-KENT"))
                .post(WEBHOOKS + "/" + id + "/secrets")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        test();
        delivering.run();

        // Then
        assertThat(portal.received().getFirst().isSignedBy(fresh)).isTrue();
        assertThat(portal.received().getFirst().isSignedBy(secret)).isTrue();

        // When
        sql("update webhook_secret set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'"
                + " where expires_at is not null and webhook_id = '" + id + "'");
        test();
        delivering.run();

        // Then
        assertThat(portal.received().getLast().isSignedBy(fresh)).isTrue();
        assertThat(portal.received().getLast().isSignedBy(secret)).isFalse();
        read().body("secret", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example.org/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433.0.0.1/",
                "https://8.8.8.8:22/",
                "https://user@8.8.8.8/",
                "https://nobody.invalid/",
                "ftp://127.0.0.1/",
                "not an address"
            })
    void whatOnlyTheRegisterCanReachIsNoDestination(String url) {
        register(url).statusCode(422).body("code", is("unsafe-destination"));
    }

    @Test
    void anotherAgencysWebhookIsNotThereAndNobodyButTheRegistrarKeepsIt() {
        Api.as(registrar("GB-LEEDS")).get(WEBHOOKS + "/" + id).then().statusCode(404);
        Api.as(registrar("GB-LEEDS"))
                .post(WEBHOOKS + "/" + id + "/tests")
                .then()
                .statusCode(404);
        Api.as(registrar("GB-LEEDS")).get(WEBHOOKS).then().statusCode(200).body("items", empty());
        Api.as(registrar("GB-KENT")).get(WEBHOOKS).then().statusCode(200).body("items.id", hasItem(id));
        Api.as(Scene.sarah(), "CP-PLAN").get(WEBHOOKS + "/" + id).then().statusCode(403);
        change(-1, "active").statusCode(428);
    }

    /** Something comes into the inbox of the whole agency. */
    private static void aNotification() {
        var id = UUID.randomUUID();
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("referral-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%1$s","source":"referral-service","type":"notification.requested",
                          "subject":"%1$s","time":"2026-11-22T12:00:00Z","data":{"agency":"GB-KENT",
                          "kind":"referral-received","reference":"%1$s","fromAgency":"GB-LEEDS"}}]""".formatted(id))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }
}
