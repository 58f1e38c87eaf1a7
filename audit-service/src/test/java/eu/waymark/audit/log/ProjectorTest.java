package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.Tampering;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What can be searched follows the log, whatever happens between the two. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ProjectorTest {

    private final String source = SampleEvent.freshSource();

    @Test
    void whatIsAcknowledgedCanBeFound() throws SQLException {
        // When
        var first = AuditLog.append(source, SampleEvent.of(source, 1), SampleEvent.of(source, 2));

        // Then
        assertThat(searchable(first)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void leavesThatAReplicaLeftWhenItDiedAreFetchedBeforeTheNext() throws SQLException {
        // Given
        var first = AuditLog.append(source, SampleEvent.of(source, 1), SampleEvent.of(source, 2));
        takeAway(first);
        assertThat(searchable(first)).isZero();

        // When
        AuditLog.send(source, AuditLog.batch(3, SampleEvent.of(source, 3).bytes()))
                .statusCode(200);

        // Then
        assertThat(searchable(first)).isGreaterThanOrEqualTo(3);
        assertThat(caughtUp(first)).isEqualTo(1);
    }

    @Test
    void theyAreFetchedTooWhenNothingComesAfterThem() throws SQLException {
        // Given
        var first = AuditLog.append(source, SampleEvent.of(source, 1));

        // When
        takeAway(first);

        // Then
        await().until(() -> searchable(first) >= 1 && caughtUp(first) == 1);
    }

    /** Nobody is at the tables meanwhile: whoever has just read how far they reach would write behind the gap and hide it. */
    private static void takeAway(long from) throws SQLException {
        try (var alone = Database.asOwner();
                var lock = alone.createStatement()) {
            lock.execute("select pg_advisory_lock(" + ReadModelConnection.LOCK + ")");
            Tampering.with(
                    "delete from guarded.access_event where leaf_index >= " + from,
                    "delete from guarded.event_subject where leaf_index >= " + from,
                    "delete from guarded.sealed_index where leaf_index >= " + from);
            lock.execute("select pg_advisory_unlock(" + ReadModelConnection.LOCK + ")");
        }
    }

    private static long searchable(long from) throws SQLException {
        return count("select count(*) from guarded.access_event where leaf_index >= " + from);
    }

    /** How often it is on record that the leaves from this one on were fetched. */
    private static long caughtUp(long from) throws SQLException {
        return count("select count(*) from audit_outbox where event like '%\"audit.read-model.caught-up\"%'"
                + " and event like '%\"from\":\"" + from + "\"%'");
    }

    private static long count(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
