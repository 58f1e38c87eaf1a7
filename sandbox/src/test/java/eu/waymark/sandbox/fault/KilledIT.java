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
        /** Where the publisher asks how much there is to sign: no append asks that. */
        BETWEEN_ACKNOWLEDGEMENT_AND_SIGNATURE(Moment.SENT, "select coalesce(max(leaf_index) + 1, 0) from guarded.leaf"),
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
            running.proxy.set(killingAt(step)).awaitStrike();
            awaitDeath();
            var acknowledged = fleet.acknowledgedSize();
            var signed = signed();
            replaceKilled();

            // Then
            if (step == Step.BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT) {
                assertThat(fleet.answers("duplicate")).isGreaterThan(duplicates);
            } else if (step == Step.BETWEEN_ACKNOWLEDGEMENT_AND_SIGNATURE) {
                assertThat(signed).isLessThan(acknowledged);
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

    private static Trap killingAt(Step step) {
        var dying = running.process;
        return new Trap(step.moment, step.statement, Integer.MAX_VALUE, (session, trap) -> {
            if (step == Step.BETWEEN_ACKNOWLEDGEMENT_AND_SIGNATURE && !isMoreAcknowledgedThanSigned()) {
                return;
            }
            trap.lift();
            // First the connection: what was not sent must not get through while the process dies.
            session.cut();
            dying.kill();
        });
    }

    /** Waits for it: whoever signs is held up meanwhile. */
    private static boolean isMoreAcknowledgedThanSigned() {
        return Waiting.until(Duration.ofSeconds(5), () -> signed() < fleet.acknowledgedSize());
    }

    /** The size of the newest checkpoint that is stored. */
    private static long signed() {
        try {
            return database.count("select coalesce(max(size), 0) from checkpoint");
        } catch (SQLException failed) {
            throw new IllegalStateException("The checkpoints cannot be read", failed);
        }
    }

    private static void awaitDeath() {
        var killed = running.process;
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> !killed.isAlive()))
                .isTrue();
    }

    private static void replaceKilled() throws IOException {
        var killed = running;
        awaitDeath();
        killed.proxy.close();
        running = standby;
        instances.use(running.process);
        fleet.awaitProgress(PROGRESS);
        fleet.pauseWriting();
        killsLeft--;
        standby = killsLeft > 0 ? Standby.start() : null;
    }
}
