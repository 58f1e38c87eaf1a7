package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LogIntegrityTest {

    private static final String FLIP_A_ROOT =
            "update tile set root = set_byte(root, 0, get_byte(root, 0) # 1) where level = 0 and idx = 0";
    private static final String FLIP_A_HASH =
            "update tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 0 and idx = 0";

    @Inject
    LogGate gate;

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    CheckpointPublisher publisher;

    @Inject
    Appending appending;

    @Inject
    Checkpoints checkpoints;

    private long size;
    /** Holds the lock of the log's writer while a test has tampered. */
    private Connection writing;

    @BeforeEach
    void aSignedLog() throws SQLException {
        var source = SampleEvent.freshSource();
        size = AuditLog.size(AuditLog.checkpointCovering(AuditLog.append(source, SampleEvent.of(source, 1))));
        writing = Database.asOwner();
        writing.setAutoCommit(false);
    }

    @AfterEach
    void theLogIsOpenAgain() throws SQLException {
        writing.close();
        assertThat(gate.check()).isTrue();
    }

    @Test
    void aLogThatMatchesItsCheckpointIsReady() {
        // When
        var intact = gate.check();

        // Then
        assertThat(intact).isTrue();
        assertThat(health.getReadiness().isDown()).isFalse();
    }

    @Test
    void anAlteredLeafHashClosesTheLog() throws Exception {
        // Given
        var flipABit = "update guarded.leaf set leaf_hash = set_byte(leaf_hash, 0, get_byte(leaf_hash, 0) # 1)"
                + " where leaf_index = " + (size - 1);
        tamper(flipABit);

        // When
        var intact = gate.check();

        // Then
        assertThat(intact).isFalse();
        assertThat(health.getReadiness().isDown()).isTrue();
        assertClosed();
        tamper(flipABit);
    }

    @Test
    void aShortenedLogClosesTheLog() throws Exception {
        // Given
        // From the last that was signed on: what was not may be lost with the transaction that wrote it.
        tamper("create table hidden as select * from guarded.leaf"
                + " where leaf_index >= (select max(size) - 1 from checkpoint);"
                + " delete from guarded.leaf where leaf_index in (select leaf_index from hidden)");

        // When
        var intact = gate.check();

        // Then
        assertThat(intact).isFalse();
        assertClosed();
        tamper("insert into guarded.leaf select * from hidden; drop table hidden");
    }

    @Test
    void anAlteredTileClosesTheLog() throws Exception {
        // Given
        fillATile();
        for (var change : List.of(FLIP_A_ROOT, FLIP_A_HASH)) {
            // When
            tamper(change);
            var rootsAreIntact = gate.check();

            // Then: the roots make up the tree; the hashes below them are what the review of the whole log is for
            assertThat(rootsAreIntact).isEqualTo(change.equals(FLIP_A_HASH));
            tamper(change);
        }
    }

    @Test
    void aTreeThatIsAlteredAfterTheCheckIsNotSigned() throws Exception {
        // Given: a size inside a batch, which no checkpoint has
        var last = checkpoints.ofSize(size);
        fillATile();
        var larger = size - 1;
        tamper(FLIP_A_ROOT);

        // When
        publisher.sign(larger, last);

        // Then
        assertThat(checkpoints.ofSize(larger)).isEmpty();
        tamper(FLIP_A_ROOT);
        publisher.sign(larger, last);
        assertThat(checkpoints.ofSize(larger)).isPresent();
    }

    private void fillATile() {
        var source = SampleEvent.freshSource();
        for (var seq = 1; seq <= 260; seq += 65) {
            var bodies = LongStream.range(seq, seq + 65)
                    .mapToObj(at -> SampleEvent.of(source, at).bytes())
                    .toArray(byte[][]::new);
            var last = AuditLog.send(source, AuditLog.batch(seq, bodies))
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("acknowledged[64].leafIndex");
            size = last + 1;
        }
        AuditLog.checkpointCovering(size - 1);
    }

    @Test
    void aHistoryThatAnotherKeySignedClosesTheLog() throws Exception {
        // Given
        var forger = NoteSigner.log("waymark.example/log", new byte[32]);
        var text = AuditLog.checkpoint().split("\n\n")[0] + "\n";
        tamper(
                "create table hidden as select * from checkpoint where size = %d; update checkpoint set note = '%s' where size = %d"
                        .formatted(size, SignedNote.sign(text, forger).encoded(), size));

        // When
        var intact = gate.check();

        // Then
        assertThat(intact).isFalse();
        assertClosed();
        tamper("update checkpoint c set note = hidden.note from hidden where c.size = hidden.size; drop table hidden");
    }

    /** Nothing is appended and nothing signed, whatever is tried. */
    private void assertClosed() throws SQLException {
        var source = SampleEvent.freshSource();
        var before = checkpoints();
        publisher.publish();
        assertThat(checkpoints()).isEqualTo(before);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> appending.append(
                        source,
                        1,
                        List.of(new Numbered(1, SampleEvent.of(source, 1).bytes()))))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.LOG_NOT_TRUSTED));
    }

    private static long checkpoints() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery("select count(*) from checkpoint")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * What a database administrator can do and the service must notice. Nothing is written until the test has mended it: what
     * builds on a lie would keep the log closed for all tests after this one.
     */
    private void tamper(String sql) throws SQLException {
        LogConnection.leadTransaction(new OneConnection(writing));
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (var table : List.of("tile", "checkpoint", "guarded.leaf")) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute(sql);
            for (var table : List.of("tile", "checkpoint", "guarded.leaf")) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            owner.commit();
        }
    }
}
