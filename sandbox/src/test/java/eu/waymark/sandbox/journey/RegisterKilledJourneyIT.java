package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register is killed between a look and the holder's reading of it: the holder learns of it all the same. */
class RegisterKilledJourneyIT {

    private static final int ASKED = 6;

    private static Waymark waymark;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
    }

    @Test
    void everyAnswerThatWasGivenIsKnownToTheHolderAndInTheLog()
            throws IOException, InterruptedException, ExecutionException {
        // Given
        var sarahInKent = waymark.practitioner("sarah.gb");
        var entry = Casework.enter(sarahInKent, Child.MYKOLA).id();
        var janaInBerlin = waymark.practitioner("jana.de");

        // When
        var answered = checkWhileTheRegisterIsKilled(janaInBerlin);
        var meanwhile = janaInBerlin.post(Casework.CHECKS, Child.MYKOLA.asked());
        waymark.sandbox().restart(WaymarkService.REGISTER);

        // Then
        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.code()).isEqualTo("upstream-unavailable");
        assertThat(answered).isNotEmpty();
        // A check may have been committed without its answer getting through: a look too many, never one too few.
        var looks = Casework.notificationsAbout(sarahInKent, entry);
        assertThat(looks.size()).isBetween(answered.size(), ASKED);
        assertThat(Casework.kinds(looks)).containsOnly("look-confirmed");
        assertThat(sarahInKent
                        .get(Casework.ENTRIES + "/" + entry + "/lookups")
                        .expect(200)
                        .items())
                .hasSameSizeAs(looks);
        assertLoggedOnce(answered);
    }

    /** The register ends as soon as the first of several checks has been answered. */
    private static List<Answer> checkWhileTheRegisterIsKilled(Person person)
            throws InterruptedException, ExecutionException {
        var answers = new ArrayList<Answer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Answer> checks = new ExecutorCompletionService<>(people);
            for (int i = 0; i < ASKED; i++) {
                checks.submit(() -> person.post(Casework.CHECKS, Child.MYKOLA.asked()));
            }
            answers.add(checks.take().get());
            waymark.sandbox().kill(WaymarkService.REGISTER);
            for (int i = 1; i < ASKED; i++) {
                answers.add(checks.take().get());
            }
        }
        assertThat(answers).extracting(Answer::status).containsAnyOf(200).isSubsetOf(200, 503);
        return answers.stream().filter(answer -> answer.status() == 200).toList();
    }

    private static void assertLoggedOnce(List<Answer> answered) {
        var book = new LogBook(waymark.sandbox());
        for (var answer : answered) {
            assertThat(book.awaitRequest(answer.requestId(), 3))
                    .extracting(event -> event.path("type").asText())
                    .containsExactlyInAnyOrder("register.check.asked", "identity.search", "register.check.answered");
        }
    }
}
