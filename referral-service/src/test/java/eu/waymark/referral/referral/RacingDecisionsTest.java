package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class RacingDecisionsTest {

    @RepeatedTest(3)
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

    @RepeatedTest(3)
    void aRevocationAndAnAcceptanceAtOnceDoNotBothCount() throws Exception {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answers = atOnce(revocation(sent), decision(sent, "accept"));

        // Then
        assertOneWon(answers);
    }

    @Test
    void ofManyAcceptancesRejectionsAndRevocationsOneCountsAndAllAreExplained() throws Exception {
        // Given
        var sent = Sent.byLeedsToLyon();
        var calls = IntStream.range(0, 32)
                .mapToObj(client -> switch (client % 3) {
                    case 0 -> decision(sent, "accept");
                    case 1 -> decision(sent, "reject");
                    default -> revocation(sent);
                })
                .toList();

        // When
        var answers = atOnce(calls);

        // Then
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        var outcome = Workers.leeds().get(sent.path()).<String>path("status");
        assertThat(outcome).isIn("accepted", "rejected", "revoked");
        var by = outcome.equals("revoked") ? Workers.LEEDS : Workers.LYON;
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .hasSize(31)
                .allSatisfy(loser -> {
                    assertThat(loser.statusCode()).isEqualTo(409);
                    assertThat(loser.<String>path("detail")).contains("%s %s it at 2".formatted(by, outcome));
                });
        assertThat(AuditTrail.facts("relation.begun", sent.person())).hasSize(outcome.equals("accepted") ? 1 : 0);
        assertThat(AuditTrail.facts("notification.requested", sent.id())).hasSize(2);
    }

    private static Callable<Response> revocation(Sent sent) {
        return () -> Workers.leeds().header("If-Match", "\"0\"").post(sent.revocations());
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
        return atOnce(List.of(one, other));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            var answers = new ArrayList<Response>();
            for (var answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
