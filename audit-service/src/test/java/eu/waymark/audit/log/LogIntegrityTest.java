package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.SampleEvent;
import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.persistence.audit.AuditLogClient.Numbered;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LogIntegrityTest {

    @Inject
    LogIntegrity integrity;

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    CheckpointPublisher publisher;

    @Inject
    Appending appending;

    private long size;

    @BeforeEach
    void aSignedLog() {
        var source = SampleEvent.freshSource();
        size = AuditLog.size(AuditLog.checkpointCovering(AuditLog.append(source, SampleEvent.of(source, 1))));
    }

    @AfterEach
    void theLogIsOpenAgain() {
        assertThat(integrity.check()).isTrue();
    }

    @Test
    void aLogThatMatchesItsCheckpointIsReady() {
        // When
        var intact = integrity.check();

        // Then
        assertThat(intact).isTrue();
        assertThat(health.getReadiness().isDown()).isFalse();
    }

    @Test
    void anAlteredNodeClosesTheLog() throws Exception {
        // Given
        var flipABit = "update node set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where idx = 0 and level = "
                + Long.numberOfTrailingZeros(Long.highestOneBit(size));
        tamper(flipABit);

        // When
        var intact = integrity.check();

        // Then
        assertThat(intact).isFalse();
        assertThat(health.getReadiness().isDown()).isTrue();
        assertClosed();
        tamper(flipABit);
    }

    @Test
    void aShortenedLogClosesTheLog() throws Exception {
        // Given
        tamper("create table hidden as select * from guarded.leaf order by leaf_index desc limit 1;"
                + " delete from guarded.leaf where leaf_index in (select leaf_index from hidden)");

        // When
        var intact = integrity.check();

        // Then
        assertThat(intact).isFalse();
        assertClosed();
        tamper("insert into guarded.leaf select * from hidden; drop table hidden");
    }

    @Test
    void aTreeThatEndsBeforeItsLastLeafClosesTheLog() throws Exception {
        // Given
        var level = Long.numberOfTrailingZeros(size);
        var lastPeak = "from node where level = %d and idx = %d".formatted(level, (size >> level) - 1);
        var newestCheckpoint = "from checkpoint where size = " + size;
        tamper("create table hidden as select * " + lastPeak + "; delete " + lastPeak
                + "; create table unsigned as select * " + newestCheckpoint + "; delete " + newestCheckpoint);

        // When
        var intact = integrity.check();

        // Then
        assertThat(intact).isFalse();
        assertClosed();
        tamper("insert into node select * from hidden; drop table hidden;"
                + " insert into checkpoint select * from unsigned; drop table unsigned");
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
        var intact = integrity.check();

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

    /** What a database administrator can do and the service must notice. */
    private static void tamper(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (var table : List.of("node", "checkpoint", "guarded.leaf")) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute(sql);
            for (var table : List.of("node", "checkpoint", "guarded.leaf")) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            owner.commit();
        }
    }
}
