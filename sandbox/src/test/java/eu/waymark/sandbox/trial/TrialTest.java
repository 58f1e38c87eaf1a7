package eu.waymark.sandbox.trial;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {

    private static final int RATE = 40;

    @TempDir
    private Path folder;

    private ForgetfulSuite fake;
    private Suite suite;

    @BeforeEach
    void start() throws IOException {
        StateDirectory state = new StateDirectory(folder);
        state.create();
        fake = new ForgetfulSuite();
        URI issuer = URI.create(fake.address() + "/realms/waymark");
        suite = new Suite(fake.address(), new Tokens(issuer, Realm.load(Secrets.open(state)), Clock.systemUTC()));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aSuiteThatKeepsEverythingLosesNothing() throws InterruptedException {
        // When
        Report report = load();

        // Then
        assertThat(report.replies()).hasSize(RATE);
        assertThat(report.failed()).isEmpty();
        assertThat(report.found().events()).isEqualTo(RATE);
        assertThat(report.lostNothing()).isTrue();
    }

    @Test
    void anAcknowledgedRequestWithoutAnEventIsNoticed() throws InterruptedException {
        // Given
        fake.forgotten = 7;

        // When
        Report report = load();

        // Then
        assertThat(report.found().missing()).containsExactly("r-7");
        assertThat(report.lostNothing()).isFalse();
    }

    @Test
    void anEventThatStandsTwiceInTheLogIsNoticed() throws InterruptedException {
        // Given
        fake.doubled = 9;

        // When
        Report report = load();

        // Then
        assertThat(report.found().missing()).isEmpty();
        assertThat(report.lostNothing()).isFalse();
    }

    @Test
    void aRefusedRequestHasFailedAndIsNotMissed() throws InterruptedException {
        // Given
        fake.refused = 3;
        StringWriter printed = new StringWriter();

        // When
        Report report = load();
        report.print(new PrintWriter(printed));

        // Then
        assertThat(report.failed()).extracting(Reply::problem).containsExactly("503 audit-lag");
        assertThat(report.lostNothing()).isTrue();
        assertThat(printed.toString())
                .contains("requests 40, failed 1, acknowledged 39", "failed 1 times: 503 audit-lag");
    }

    private Report load() throws InterruptedException {
        Trail trail = new Trail(suite, Instant.EPOCH);
        List<Reply> replies = new Load(suite, Question.about("e-1")).run(Pace.even(RATE, Duration.ofSeconds(1)));
        List<String> acknowledged = replies.stream()
                .filter(Reply::acknowledged)
                .map(Reply::requestId)
                .toList();
        return new Report(replies, trail.look(acknowledged));
    }
}
