package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log is killed while people check children: they get their answers, and it gets every event, once. */
class AuditServiceKilledJourneyIT {

    private static final int CHECKS_EACH = 12;
    private static final Duration PAUSE = Duration.ofMillis(600);

    private static Waymark waymark;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void nothingIsLostAndNothingIsCountedTwice()
            throws IOException, InterruptedException, ExecutionException, SQLException, GeneralSecurityException {
        // Given
        var book = new LogBook(waymark.sandbox());
        var since = Instant.now(Clock.systemUTC());
        var key = VerifierKey.parse(
                waymark.anonymous("/api/audit/v1/log/key").expect(200).text());
        var before = checkpoint(key);

        // When
        var answers = checkWhileTheLogIsKilled(book);

        // Then
        assertThat(answers).hasSize(2 * CHECKS_EACH).extracting(Answer::status).containsOnly(200);
        book.awaitNothingWaiting();
        assertEachProducerDelivered(book);
        assertEachCheckLoggedOnce(book, answers);
        assertGrownOnly(before, key);
        assertProvable(since, key);
    }

    private static List<Answer> checkWhileTheLogIsKilled(LogBook book)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        var answers = new ArrayList<Answer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var lyon = people.submit(() -> keepChecking("claire.fr"));
            var rotterdam = people.submit(() -> keepChecking("joost.nl"));
            Thread.sleep(PAUSE.multipliedBy(2));
            waymark.sandbox().kill(WaymarkService.AUDIT);
            assertAwayForItsReadersOnly();
            Thread.sleep(PAUSE.multipliedBy(3));
            assertThat(book.waiting(WaymarkService.REGISTER)).isPositive();
            assertThat(book.waiting(WaymarkService.IDENTITY)).isPositive();
            waymark.sandbox().restart(WaymarkService.AUDIT);
            for (Future<List<Answer>> one : List.of(lyon, rotterdam)) {
                answers.addAll(one.get());
            }
        }
        return answers;
    }

    private static List<Answer> keepChecking(String username) throws InterruptedException {
        var person = waymark.practitioner(username);
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < CHECKS_EACH; i++) {
            answers.add(person.post(Casework.CHECKS, Child.NOBODY.asked()));
            Thread.sleep(PAUSE);
        }
        return answers;
    }

    private static void assertAwayForItsReadersOnly() {
        var answer = waymark.compliance("carol.gb").get("/api/audit/v1/events");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("upstream-unavailable");
    }

    /** The log holds what each producer wrote: the same bytes, densely numbered, each linked to the one before. */
    private static void assertEachProducerDelivered(LogBook book) throws SQLException {
        var leaves = book.leaves();
        assertThat(leaves).extracting(LogBook.Leaf::index).isEqualTo(numbers(0, leaves.size()));
        assertThat(leaves).extracting(leaf -> leaf.event().path("id").asText()).doesNotHaveDuplicates();
        for (var producer : WaymarkService.withDatabase()) {
            var logged = leaves.stream()
                    .filter(leaf -> leaf.source().equals(producer.module()))
                    .toList();
            var sent = book.acknowledged(producer);
            assertThat(logged).extracting(LogBook.Leaf::seq).isEqualTo(numbers(1, logged.size()));
            // The audit service may have logged an event of its own between the two looks.
            assertThat(sent.size()).isBetween(logged.size(), logged.size() + 5);
            for (int i = 0; i < logged.size(); i++) {
                assertThat(sent.get(i).index()).isEqualTo(logged.get(i).index());
                assertThat(sent.get(i).body()).isEqualTo(logged.get(i).body());
                assertThat(link(logged.get(i))).isEqualTo(i == 0 ? "" : hash(logged.get(i - 1)));
            }
        }
    }

    private static List<Long> numbers(long first, long count) {
        return LongStream.range(first, first + count).boxed().toList();
    }

    private static String link(LogBook.Leaf leaf) {
        return leaf.event().path("src").path("prev").asText();
    }

    private static String hash(LogBook.Leaf leaf) {
        return Base64.getEncoder().encodeToString(Merkle.sha256(leaf.body()));
    }

    private static void assertEachCheckLoggedOnce(LogBook book, List<Answer> answers) throws SQLException {
        var events = book.leaves().stream().map(LogBook.Leaf::event).toList();
        for (var answer : answers) {
            assertThat(events.stream()
                            .filter(event -> event.path("request").asText().equals(answer.requestId()))
                            .map(event -> event.path("type").asText()))
                    .containsExactlyInAnyOrder("register.check.asked", "identity.search", "register.check.answered");
        }
    }

    /** The signed tree after the crash begins with the signed tree before it, and is the tree over all leaves. */
    private static void assertGrownOnly(Checkpoint before, VerifierKey key) throws SQLException {
        var after = checkpoint(key);
        assertThat(after.size()).isGreaterThan(before.size());
        var proof = waymark.person("carol.gb")
                .get("/api/audit/v1/log/consistency?from=" + before.size() + "&to=" + after.size())
                .expect(200);
        var path = proof.body()
                .path("path")
                .valueStream()
                .map(hash -> Base64.getDecoder().decode(hash.asText()))
                .toList();
        assertThat(Merkle.isPrefix(before.size(), before.root(), after.size(), after.root(), path))
                .isTrue();
        assertThat(Merkle.isPrefix(before.size(), after.root(), after.size(), before.root(), path))
                .isFalse();
        var hashes = new LogBook(waymark.sandbox())
                .leaves().stream()
                        .limit(after.size())
                        .map(leaf -> Merkle.leafHash(leaf.body()))
                        .toList();
        assertThat(Arrays.equals(Merkle.root(hashes), after.root())).isTrue();
    }

    private static void assertProvable(Instant since, VerifierKey key) {
        var trail = new AuditTrail(waymark.compliance("paul.fr"), since);
        List<JsonNode> answered = trail.events().stream()
                .filter(event -> event.path("type").asText().equals("register.check.answered"))
                .toList();
        assertThat(answered).hasSize(CHECKS_EACH);
        assertThat(answered).allSatisfy(event -> assertThat(trail.prove(event).holdsUnder(key))
                .isTrue());
    }

    private static Checkpoint checkpoint(VerifierKey key) {
        var note = waymark.anonymous("/api/audit/v1/log/checkpoint").expect(200).text();
        return Checkpoint.open(note, key).orElseThrow();
    }
}
