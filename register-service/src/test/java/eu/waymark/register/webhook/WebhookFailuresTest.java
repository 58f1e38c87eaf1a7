package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A portal fails, or a replica does: no event is lost, and none is sent without end. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WebhookFailuresTest extends RegisteredPortal {

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

    private ValidatableResponse replay(String letter) {
        return Api.as(registrar("GB-KENT"))
                .post(WEBHOOKS + "/" + id + "/dead-letters/" + letter + "/replays")
                .then();
    }
}
