package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.process.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database and the way to it fail while producers send: nothing acknowledged is lost, nothing stands twice. */
class DatabaseFaultsIT {

    private static final int PROGRESS = 200;

    private final RunningLog log = RunningLog.shared();

    @BeforeEach
    void load() {
        log.fleet().resumeWriting();
        log.fleet().awaitProgress(PROGRESS);
    }

    @AfterEach
    void quiet() {
        log.proxy().lift();
        log.fleet().rest();
    }

    @Test
    void aConnectionCutBeforeTheServerSawTheCommitLosesNothing() throws InterruptedException, SQLException {
        for (int i = 0; i < Form.times(2, 50); i++) {
            // When
            log.spring(Trap.cut(Moment.SENT, WireSession.COMMIT_OF_LEAVES));
            log.fleet().awaitProgress(PROGRESS);
        }

        // Then
        assertThat(log.fleet().answers("not-written")).isPositive();
        log.fleet().pass();
    }

    @Test
    void aConnectionCutAfterTheCommitHappenedCountsNothingTwice() throws InterruptedException, SQLException {
        // Given
        var duplicatesBefore = log.fleet().answers("duplicate");

        for (int i = 0; i < Form.times(2, 50); i++) {
            // When
            log.spring(Trap.cut(Moment.ANSWERED, WireSession.COMMIT_OF_LEAVES));
            log.fleet().awaitProgress(PROGRESS);
        }

        // Then what was committed unheard is answered with the place that it has
        assertThat(log.fleet().answers("duplicate")).isGreaterThan(duplicatesBefore);
        log.fleet().pass();
    }

    @Test
    void anAnswerThatNeverComesStopsTheLogForALimitedTimeOnly() throws InterruptedException, SQLException {
        // When
        log.spring(Trap.hold(Moment.ANSWERED, WireSession.COMMIT_OF_LEAVES));

        // Then the writer gives up waiting, and the log goes on
        log.fleet().awaitProgress(PROGRESS);
        log.fleet().pass();
    }

    @Test
    void aPostgresKilledAtOnceLosesNothing() throws IOException, SQLException {
        for (int i = 0; i < Form.times(1, 30); i++) {
            // When
            var postmaster = log.bench().postmaster();
            postmaster.destroyForcibly();
            assertThat(Waiting.until(Duration.ofSeconds(10), () -> !postmaster.isAlive()))
                    .isTrue();
            log.bench().startPostgres();
            log.fleet().awaitProgress(PROGRESS);
        }

        // Then
        assertThat(log.service().isAlive()).isTrue();
        log.fleet().pass();
    }

    @Test
    void aSlowDatabasePushesBackAndTakesEverythingAfterwards() throws InterruptedException, SQLException {
        // Given
        var busyBefore = log.fleet().answers("busy");
        log.fleet().relays().forEach(relay -> relay.hurry(200));

        // When
        log.spring(Trap.slow(Moment.SENT, WireSession.COMMIT_OF_LEAVES, Duration.ofMillis(400)));
        assertThat(Waiting.until(Duration.ofSeconds(20), () -> log.fleet().answers("busy") > busyBefore))
                .as("answers %s", log.fleet().answers())
                .isTrue();
        Thread.sleep(Duration.ofSeconds(Form.times(1, 60)));
        log.proxy().lift();
        log.fleet().relays().forEach(relay -> relay.hurry(12));

        // Then
        assertThat(log.service().isAlive()).isTrue();
        log.fleet().pass();
    }

    @Test
    void aTamperedCopyOfTheSameLogFailsTheSameExamination() throws SQLException {
        // Given
        log.fleet().pass();
        var copy = log.database().backup("running_tampered");

        // When
        copy.execute("alter table guarded.leaf disable trigger all;"
                + " update guarded.leaf set body = overlay(body placing '\\x41' from 20 for 1) where leaf_index = 7");

        // Then
        assertThat(log.fleet().examine(copy)).contains("leaf 7 is not what its hash says");
        assertThat(log.fleet().examine(log.database())).isEmpty();
    }
}
