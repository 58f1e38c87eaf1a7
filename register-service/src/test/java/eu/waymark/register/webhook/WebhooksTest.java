package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal is told that its inbox has changed, and nothing else; it fails, and recovers. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WebhooksTest {

    private static final String WEBHOOKS = "/api/register/v1/webhooks";

    @Inject
    DeliveringWebhooks delivering;

    private final Receiver portal = new Receiver();
    private String id = "";
    private String secret = "";

    @BeforeEach
    void aPortalIsRegistered() {
        Scene.directory();
        var made = register(portal.url()).statusCode(201).body("secret", startsWith("whsec_"));
        id = made.extract().path("id");
        secret = made.extract().path("secret");
    }

    @AfterEach
    void andGoes() {
        Api.as(registrar("GB-KENT")).delete(WEBHOOKS + "/" + id);
        portal.close();
    }

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
    void aReceiverThatFailsIsTriedAgainLaterWithTheSameIdAndThenRecovers() throws SQLException {
        // Given
        portal.answers(500);
        test();
        delivering.run();

        // Then: not at once
        delivering.run();
        assertThat(portal.received()).hasSize(1);

        // When
        portal.answers(204);
        fallDue();
        delivering.run();

        // Then
        assertThat(portal.received()).hasSize(2);
        assertThat(portal.received().getLast().id())
                .isEqualTo(portal.received().getFirst().id());
        deliveries("deliveries")
                .body("items[0].status", is("delivered"))
                .body("items[0].attempts.httpStatus", is(java.util.List.of(500, 204)));
        read().body("failures", is(0));
    }

    @Test
    void whatIsGivenUpIsSeenAndSentOnceMore() throws SQLException {
        // Given
        portal.answers(503);
        test();
        sql("update webhook_delivery set attempts = 7 where webhook_id = '" + id + "'");
        delivering.run();
        String letter = deliveries("dead-letters")
                .body("items", hasSize(1))
                .body("items[0].dueAt", nullValue())
                .extract()
                .path("items[0].id");

        // When
        portal.answers(204);
        replay(letter).statusCode(202).body("status", is("pending"));
        delivering.run();

        // Then
        assertThat(portal.received())
                .hasSize(2)
                .extracting(Receiver.Message::id)
                .containsOnly(letter);
        deliveries("dead-letters").body("items", empty());
        replay(letter).statusCode(409).body("code", is("illegal-transition"));
        replay(UUID.randomUUID().toString()).statusCode(404);
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

    @Test
    void aReceiverThatFailsTooOftenIsPausedWithANoticeAndResumed() throws SQLException {
        // Given
        portal.answers(500);
        sql("update webhook set failures = 9 where id = '" + id + "'");
        test();

        // When
        delivering.run();

        // Then
        read().body("status", is("paused")).body("pausedBecause", is("failures"));
        Api.as(Scene.sarah(), Scene.ASSESS)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items.findAll { it.reference == '" + id + "' }.kind", is(java.util.List.of("webhook-paused")));
        fallDue();
        delivering.run();
        assertThat(portal.received()).hasSize(1);

        // When
        portal.answers(204);
        int version = read().extract().path("version");
        change(version - 1, "active").statusCode(412);
        change(version, "active").statusCode(200).body("status", is("active")).body("failures", is(0));
        delivering.run();

        // Then
        assertThat(portal.received()).hasSizeGreaterThan(1);
    }

    @Test
    void aReceiverThatWantsNothingMoreIsPausedAtOnce() {
        portal.answers(410);
        test();
        delivering.run();
        read().body("status", is("paused")).body("pausedBecause", is("gone"));
    }

    @Test
    void noRedirectIsFollowedAndNoBodyIsRead() {
        // Given
        portal.answers(302);
        test();
        delivering.run();
        assertThat(portal.received()).hasSize(1);
        deliveries("deliveries").body("items[0].attempts[0].outcome", is("redirected"));

        // When
        portal.answersWithoutEnd();
        test();
        delivering.run();

        // Then
        deliveries("deliveries").body("items[0].attempts[0].outcome", is("accepted"));
    }

    @Test
    void replicasThatDeliverTogetherSendEachEventOnce() {
        // Given
        IntStream.range(0, 8).forEach(one -> test());

        // When
        IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(delivering::run))
                .toList()
                .forEach(CompletableFuture::join);

        // Then
        assertThat(portal.received())
                .hasSize(8)
                .extracting(Receiver.Message::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void aReplicaThatDiesWhileSendingCostsTimeAndNoEvent() throws SQLException {
        // Given: taken, and nothing noted
        test();
        sql("update webhook_delivery set attempts = 1, due_at = now() + interval '2 minutes' where webhook_id = '" + id
                + "'");
        delivering.run();
        assertThat(portal.received()).isEmpty();

        // When
        fallDue();
        delivering.run();

        // Then
        assertThat(portal.received()).hasSize(1);
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

    private static Tokens registrar(String agency) {
        return Tokens.person("registrar-" + agency).agency(agency).country("GB").roles("registrar");
    }

    private ValidatableResponse register(String url) {
        return Api.as(registrar("GB-KENT"))
                .body("{\"url\":\"" + url + "\"}")
                .post(WEBHOOKS)
                .then();
    }

    private ValidatableResponse read() {
        return Api.as(registrar("GB-KENT")).get(WEBHOOKS + "/" + id).then().statusCode(200);
    }

    private ValidatableResponse change(int version, String status) {
        var request =
                Api.as(registrar("GB-KENT")).body("{\"url\":\"" + portal.url() + "\",\"status\":\"" + status + "\"}");
        return (version < 0 ? request : request.header("If-Match", "\"" + version + "\""))
                .put(WEBHOOKS + "/" + id)
                .then();
    }

    private ValidatableResponse deliveries(String which) {
        return Api.as(registrar("GB-KENT"))
                .get(WEBHOOKS + "/" + id + "/" + which)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse replay(String letter) {
        return Api.as(registrar("GB-KENT"))
                .post(WEBHOOKS + "/" + id + "/dead-letters/" + letter + "/replays")
                .then();
    }

    private void test() {
        Api.as(registrar("GB-KENT"))
                .post(WEBHOOKS + "/" + id + "/tests")
                .then()
                .statusCode(202)
                .body("status", is("pending"));
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

    private void fallDue() throws SQLException {
        sql(
                "update webhook_delivery set due_at = now() - interval '1 second' where status = 'pending' and webhook_id = '"
                        + id + "'");
    }

    private static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
