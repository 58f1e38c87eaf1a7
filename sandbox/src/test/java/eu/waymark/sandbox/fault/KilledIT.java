package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.process.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service is killed with SIGKILL under load; another instance, with no memory of the first, goes on. */
class KilledIT {

    private static final int PROGRESS = 100;

    private static final int STEP_KILLS = Form.times(1, 10);
    private static final int RANDOM_KILLS = Form.times(1, 100);

    private static int killsLeft = RANDOM_KILLS + STEP_KILLS * Step.values().length;
    private static FaultBench bench;
    private static AuditDatabase database;
    private static Instances instances;
    private static Fleet fleet;
    private static @Nullable Standby standby;
    private static Standby running;

    /** An instance with a proxy of its own, so that a trap meets nobody else. */
    private record Standby(WireProxy proxy, AuditProcess process) {

        static Standby start() throws IOException {
            var proxy = WireProxy.to(bench.postgresPort());
            return new Standby(proxy, AuditProcess.start(database, proxy.port(), Map.of()));
        }
    }

    /** Where the service stands when it dies. */
    enum Step {
        BEFORE_THE_COMMIT(Moment.SENT, WireSession.COMMIT_OF_LEAVES),
        BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT(Moment.ANSWERED, WireSession.COMMIT_OF_LEAVES),
        BETWEEN_ACKNOWLEDGEMENT_AND_SIGNATURE(Moment.SENT, "select size, note"),
        BETWEEN_SIGNATURE_AND_STORING(Moment.SENT, "insert into checkpoint"),
        BETWEEN_STORING_AND_PUBLICATION(Moment.ANSWERED, "insert into checkpoint");

        private final Moment moment;
        private final String statement;

        Step(Moment moment, String statement) {
            this.moment = moment;
            this.statement = statement;
        }
    }

    @BeforeAll
    static void start() throws IOException, SQLException {
        bench = FaultBench.shared();
        database = AuditDatabase.create(bench, "killed");
        running = Standby.start();
        running.process.awaitReady();
        standby = Standby.start();
        instances = new Instances(running.process);
        fleet = new Fleet(database, instances, 2).start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (fleet != null) {
            fleet.stop();
        }
        for (var instance : new Standby[] {running, standby}) {
            if (instance != null) {
                instance.process.kill();
                instance.proxy.close();
            }
        }
    }

    @AfterEach
    void rest() {
        fleet.rest();
    }

    @ParameterizedTest
    @EnumSource
    void killedAtThisStep(Step step) throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < STEP_KILLS; i++) {
            // Given
            standby.process.awaitReady();
            fleet.resumeWriting();
            fleet.awaitProgress(PROGRESS);
            var duplicates = fleet.answers("duplicate");

            // When
            var dying = running.process;
            running.proxy
                    .set(new Trap(step.moment, step.statement, 1, (session, _) -> {
                        // First the connection: what was not sent must not get through while the process dies.
                        session.cut();
                        dying.kill();
                    }))
                    .awaitStrike();
            replaceKilled();

            // Then
            if (step == Step.BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT) {
                assertThat(fleet.answers("duplicate")).isGreaterThan(duplicates);
            }
        }
        fleet.pass();
    }

    @Test
    void killedAtRandomMoments() throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < RANDOM_KILLS; i++) {
            // Given
            standby.process.awaitReady();
            fleet.resumeWriting();
            fleet.awaitProgress(ThreadLocalRandom.current().nextInt(20, 400));
            Thread.sleep(ThreadLocalRandom.current().nextInt(50));

            // When
            running.process.kill();
            replaceKilled();
        }

        // Then
        fleet.pass();
    }

    private static void replaceKilled() throws IOException {
        var killed = running;
        assertThat(Waiting.until(Duration.ofSeconds(10), () -> !killed.process.isAlive()))
                .isTrue();
        killed.proxy.close();
        running = standby;
        instances.use(running.process);
        fleet.awaitProgress(PROGRESS);
        fleet.pauseWriting();
        killsLeft--;
        standby = killsLeft > 0 ? Standby.start() : null;
    }
}
