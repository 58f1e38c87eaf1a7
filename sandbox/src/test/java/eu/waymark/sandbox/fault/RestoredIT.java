package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.fault.LogClient.Answer;
import eu.waymark.sandbox.process.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An old backup takes the place of the audit database, and then an empty one: nothing is appended or signed until the
 * producers have brought back every leaf, and the log is the one that its witnesses signed.
 */
@TestMethodOrder(OrderAnnotation.class)
class RestoredIT {

    private static final int PROGRESS = 150;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static AuditDatabase database;
    private static AuditDatabase backup;
    private static Instances instances;
    private static Fleet fleet;
    private static AuditProcess service;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var bench = FaultBench.shared();
        database = AuditDatabase.create(bench, "restored");
        service = AuditProcess.start(database, bench.postgresPort(), Map.of()).awaitReady();
        instances = new Instances(service);
        fleet = new Fleet(database, instances, 0).start();
        fleet.awaitProgress(PROGRESS);
        lie();
        fleet.settle();
        service.kill();
        backup = database.backup("restored_backup");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (fleet != null) {
            fleet.stop();
        }
        service.kill();
    }

    /** Makes the service write an alarm, so that leaves of its own are among those that get lost. */
    private static void lie() throws SQLException {
        var before = ownLeaves();
        var liar = new Outbox("register-service");
        liar.write(1, 1 + (int) before);
        assertThat(post(() -> fleet.client().append(service.address(), "register-service", liar.batch(1)))
                        .code())
                .isEqualTo("equivocation");
        assertThat(Waiting.until(SOON, () -> ownLeaves() > before || isSameMinute(before)))
                .isTrue();
    }

    /** An alarm of the same kind is put on record once a minute. */
    private static boolean isSameMinute(long before) {
        return before > 0;
    }

    private static long ownLeaves() {
        try {
            return database.count("select count(*) from guarded.leaf where source = 'audit-service'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Call {
        Answer get() throws IOException, InterruptedException;
    }

    private static Answer post(Call call) {
        try {
            return call.get();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(1)
    void anOldBackupIsRefusedAndThenRebuiltLeafForLeaf() throws IOException, SQLException {
        // Given events after the backup was taken, among them the service's own
        run();
        lie();
        fleet.awaitProgress(PROGRESS);
        fleet.settle();
        var before = database.dump();

        // When
        loseAllAfter(backup);

        // Then
        assertRebuilt(before);
    }

    @Test
    @Order(2)
    void aLostDatabaseIsRebuiltFromNothing() throws IOException, SQLException {
        // Given
        fleet.settle();
        var before = database.dump();

        // When
        service.kill();
        loseAllAfter(AuditDatabase.create(database.bench(), "restored_empty"));

        // Then
        assertRebuilt(before);
    }

    private static void run() throws IOException {
        service = AuditProcess.start(database, database.bench().postgresPort(), Map.of())
                .awaitReady();
        instances.use(service);
        fleet.resumeWriting();
    }

    /** Nobody brings anything back yet: the log must stay as it is, whoever asks. */
    private static void loseAllAfter(AuditDatabase older) throws IOException, SQLException {
        service.kill();
        fleet.relays().forEach(relay -> relay.restoring(false));
        database.replaceBy(older);
        service = AuditProcess.start(database, database.bench().postgresPort(), Map.of())
                .awaitReady();
        var leaves = database.count("select count(*) from guarded.leaf");
        var checkpoints = database.count("select count(*) from checkpoint");
        var refused = fleet.answers("log-not-trusted");
        instances.use(service);
        fleet.resumeWriting();
        assertThat(Waiting.until(SOON, () -> fleet.answers("log-not-trusted") > refused + 10))
                .as("answers %s", fleet.answers())
                .isTrue();
        assertThat(database.count("select count(*) from guarded.leaf")).isEqualTo(leaves);
        // One over no leaves may have been signed by a log that nobody had told yet that it is not new.
        assertThat(database.count("select count(*) from checkpoint where size > 0"))
                .isEqualTo(database.count("select count(*) from checkpoint where size > 0 and size <= " + leaves));
        assertThat(checkpoints).isLessThanOrEqualTo(database.count("select count(*) from checkpoint"));
    }

    private static void assertRebuilt(LogDump before) throws SQLException {
        fleet.relays().forEach(relay -> relay.restoring(true));
        fleet.awaitProgress(PROGRESS);
        var after = database.dump().leaves();
        for (var leaf : before.leaves()) {
            var rebuilt = after.get((int) leaf.index());
            assertThat(List.of(rebuilt.source(), rebuilt.epoch(), rebuilt.seq()))
                    .isEqualTo(List.of(leaf.source(), leaf.epoch(), leaf.seq()));
            assertThat(Arrays.equals(rebuilt.body(), leaf.body())).isTrue();
        }
        fleet.pass();
    }
}
