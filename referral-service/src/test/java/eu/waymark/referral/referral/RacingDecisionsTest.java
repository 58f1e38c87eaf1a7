package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RacingDecisionsTest {

    @RepeatedTest(5)
    void ofTwoDecisionsAtOnceOneCounts() throws Exception {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answers = atOnce(decision(sent, "accept"), decision(sent, "reject"));

        // Then
        assertOneWon(answers);
        var accepted = answers.getFirst().statusCode() == 200;
        Workers.lyon().get(sent.path()).then().statusCode(200);
        assertThat(AuditTrail.facts("relation.begun", sent.person())).hasSize(accepted ? 1 : 0);
        assertThat(AuditTrail.facts("notification.requested", sent.id())).hasSize(2);
    }

    @RepeatedTest(5)
    void aRevocationAndAnAcceptanceAtOnceDoNotBothCount() throws Exception {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answers = atOnce(
                () -> Workers.leeds().header("If-Match", "\"0\"").post(sent.revocations()), decision(sent, "accept"));

        // Then
        assertOneWon(answers);
    }

    private static void assertOneWon(List<Response> answers) {
        var statuses = answers.stream().map(Response::statusCode).sorted().toList();
        assertThat(statuses.getFirst()).isEqualTo(200);
        assertThat(statuses.getLast()).isIn(409, 412);
        var loser = answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(AuditTrail.of(loser.header("Request-Id")).path("outcome").asText())
                .isEqualTo("4");
    }

    private static Callable<Response> decision(Sent sent, String decision) {
        return () -> Workers.lyon()
                .header("If-Match", "\"0\"")
                .body("{\"decision\": \"%s\"}".formatted(decision))
                .post(sent.decisions());
    }

    private static List<Response> atOnce(Callable<Response> one, Callable<Response> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = List.of(one, other).stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }
}
