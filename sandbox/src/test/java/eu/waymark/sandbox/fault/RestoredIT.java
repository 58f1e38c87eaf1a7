package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.note.SignedNote;
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
    private static AuditDatabase empty;
    private static AuditDatabase backup;
    private static Instances instances;
    private static Fleet fleet;
    private static AuditProcess service;
    private static SignedNote noteOfBackup;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var bench = FaultBench.shared();
        database = AuditDatabase.create(bench, "restored");
        service = AuditProcess.start(database, bench.postgresPort(), Map.of()).awaitReady();
        empty = database.backup("restored_empty");
        instances = new Instances(service);
        fleet = new Fleet(database, instances, 0).start();
        fleet.awaitProgress(PROGRESS);
        lie("register-service");
        fleet.settle();
        noteOfBackup = cosignedByAll(fleet.witnesses().getFirst().note());
        backup = database.backup("restored_backup");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (fleet != null) {
            fleet.stop();
        }
        service.kill();
    }

    private static SignedNote cosignedByAll(SignedNote note) {
        return FaultBench.WITNESSES.stream()
                .map(source -> database.bench().witness(source))
                .reduce(note, SignedNote::signedBy, (one, _) -> one);
    }

    /** Makes the service write an alarm, so that leaves of its own are among those that get lost. */
    private static void lie(String source) {
        var before = ownLeaves();
        var liar = new Outbox(source);
        liar.write(1);
        assertThat(post(() -> fleet.client().append(service.address(), source, liar.batch(1)))
                        .code())
                .isEqualTo("equivocation");
        assertThat(Waiting.until(SOON, () -> ownLeaves() > before)).isTrue();
    }

    private static long ownLeaves() {
        return count("select count(*) from guarded.leaf where source = 'audit-service'");
    }

    private static long count(String sql) {
        try {
            return database.count(sql);
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
        fleet.resumeWriting();
        fleet.awaitProgress(PROGRESS);
        lie("referral-service");
        fleet.settle();
        var before = database.dump();

        // When
        service.kill();
        var kept = replaceBy(backup);
        startAgain();
        assertWaitingAlthoughAllHadSigned();
        meet();
        assertNothingIsTakenAbove(kept);

        // Then it is rebuilt, and the service goes on under numbers that it has not used
        assertRebuilt(before);
        assertThat(Waiting.until(
                        SOON,
                        () -> count(
                                        "select count(*) from guarded.leaf where source = 'audit-service'"
                                                + " and epoch = 2 and seq = 1 and convert_from(body, 'UTF8') like '%source.epoch.began%'")
                                == 1))
                .isTrue();
        fleet.pass();
    }

    @Test
    @Order(2)
    void anEmptyDatabaseUnderTheRunningServiceIsNoticedAndFilledAgain() throws SQLException {
        // Given
        fleet.settle();
        var before = database.dump();

        // When nobody tells the service that it lost everything
        fleet.relays().forEach(relay -> relay.meeting(false));
        var kept = replaceBy(empty);
        var waiting = fleet.answers("log-awaiting-witnesses");
        fleet.resumeWriting();

        // Then it sees that the log is shorter than it was, and asks its witnesses again
        assertThat(Waiting.until(SOON, () -> fleet.answers("log-awaiting-witnesses") > waiting + 5))
                .as("answers %s", fleet.answers())
                .isTrue();
        assertThat(count("select count(*) from guarded.leaf")).isEqualTo(kept);
        fleet.relays().forEach(relay -> relay.meeting(true));
        assertNothingIsTakenAbove(kept);

        // And it is mended without a restart
        assertThat(service.isAlive()).isTrue();
        assertRebuilt(before);
    }

    private static long replaceBy(AuditDatabase older) throws SQLException {
        var kept = older.count("select count(*) from guarded.leaf");
        fleet.relays().forEach(relay -> relay.restoring(false));
        database.replaceBy(older);
        return kept;
    }

    private static void startAgain() throws IOException {
        service = AuditProcess.start(database, database.bench().postgresPort(), Map.of())
                .awaitReady();
    }

    private static void meet() {
        instances.use(service);
        fleet.resumeWriting();
    }

    /** One witness shows what all had signed long ago. It cannot know what the others have signed since. */
    private static void assertWaitingAlthoughAllHadSigned() {
        var newcomer = new Outbox("source-that-is-new");
        newcomer.write(1);
        var shown = Map.of("checkpoint", noteOfBackup.encoded(), "copiesAfter", -1);
        assertThat(post(() -> fleet.client().post(service.address(), "register-service", "witness", shown))
                        .status())
                .isEqualTo(200);
        assertThat(post(() -> fleet.client().append(service.address(), newcomer.source(), newcomer.batch(1)))
                        .code())
                .isEqualTo("log-awaiting-witnesses");
    }

    /** While nobody brings back what is lost, the log stays as it is, whoever asks. */
    private static void assertNothingIsTakenAbove(long leaves) {
        var refused = fleet.answers("log-not-trusted");
        assertThat(Waiting.until(SOON, () -> fleet.answers("log-not-trusted") > refused + 10))
                .as("answers %s", fleet.answers())
                .isTrue();
        assertThat(count("select count(*) from guarded.leaf")).isEqualTo(leaves);
        assertThat(count("select count(*) from checkpoint where size > " + leaves))
                .isZero();
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
