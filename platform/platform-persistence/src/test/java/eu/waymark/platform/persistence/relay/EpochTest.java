package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import eu.waymark.platform.persistence.fake.FakeLeaf;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class EpochTest extends RelayTest {

    @Test
    void a_restored_source_goes_on_in_a_new_epoch_that_is_announced_first() throws SQLException {
        // Given a source whose database forgot events that the log holds, and which wrote others since
        Outbox.write(4, "note.read");
        relay.run();
        restoreTo(2);
        Outbox.write(2, "note.written");
        assertThat(relay.run()).as("the log refuses").isEqualTo(Turn.FAILED);

        // When
        Outbox.execute("select audit_begin_epoch()");
        assertThat(relay.run()).isEqualTo(Turn.DONE);

        // Then
        assertThat(log.leaves().subList(4, 7))
                .extracting(FakeLeaf::epoch, FakeLeaf::seq, FakeLeaf::type)
                .containsExactly(
                        tuple(2, 1L, "source.epoch.began"), tuple(2, 2L, "note.written"), tuple(2, 3L, "note.written"));
        var began = log.leaves().get(4).event().path("notes");
        assertThat(began.path("previousEpoch").asText()).isEqualTo("1");
        assertThat(began.path("previousSeq").asText()).isEqualTo("2");
        assertThat(log.leaves().get(4).prev()).as("nothing comes before it").isEmpty();
        assertThat(Outbox.unacknowledged()).isZero();
    }

    @Test
    void an_event_that_the_log_has_from_the_epoch_before_is_not_counted_twice() throws SQLException {
        // Given an event that the log took, in a database that was restored to just before its number
        Outbox.write(1, "note.read");
        relay.run();
        var taken = Outbox.write("note.written");
        relay.run();
        Outbox.execute("update audit_outbox set acknowledged_at = null, leaf_index = null, covered_size = null"
                + " where seq = 2");
        Outbox.write("note.read");

        // When
        Outbox.execute("select audit_begin_epoch()");
        assertThat(relay.run()).isEqualTo(Turn.DONE);

        // Then
        assertThat(log.leaves())
                .extracting(FakeLeaf::type)
                .containsExactly(
                        "note.read", "note.written", "source.epoch.began", "audit.event.repeated", "note.read");
        assertThat(log.leaves().get(3).event().path("notes").path("event").asText())
                .isEqualTo(taken.toString());
    }

    @Test
    void an_epoch_that_has_not_reached_the_log_is_not_followed_by_another() throws SQLException {
        Outbox.write(1, "note.read");
        relay.run();
        Outbox.execute("select audit_begin_epoch()");

        assertThatThrownBy(() -> Outbox.execute("select audit_begin_epoch()"))
                .hasMessageContaining("has not reached the log");

        relay.run();
        Outbox.execute("select audit_begin_epoch()");
        assertThat(relay.run()).isEqualTo(Turn.DONE);
        assertThat(log.leaves()).extracting(FakeLeaf::epoch).containsExactly(1, 2, 3);
    }

    @Test
    void an_epoch_that_the_log_knows_from_an_earlier_restore_can_be_passed_over() throws SQLException {
        // Given a log that knows epoch 2, and a database restored to before it
        Outbox.write(1, "note.read");
        relay.run();
        Outbox.execute("select audit_begin_epoch()");
        relay.run();
        restoreTo(1);
        Outbox.execute("delete from audit_outbox where epoch = 2");
        Outbox.execute("delete from audit_source where epoch = 2");
        Outbox.write("note.written");
        assertThat(relay.run()).as("epoch 1 is over").isEqualTo(Turn.FAILED);
        Outbox.execute("select audit_begin_epoch()");
        assertThat(relay.run()).as("epoch 2 is taken").isEqualTo(Turn.FAILED);

        // When
        Outbox.execute("select audit_begin_epoch(3)");

        // Then
        assertThat(relay.run()).isEqualTo(Turn.DONE);
        assertThat(log.leaves()).extracting(FakeLeaf::epoch).containsExactly(1, 2, 3, 3);
        assertThat(log.leaves().getLast().type()).isEqualTo("note.written");
    }

    @Test
    void neither_the_service_nor_its_relay_may_begin_an_epoch() throws SQLException {
        try (var app = Database.asApp();
                var relay = Database.asRelay()) {
            for (var connection : new Connection[] {app, relay}) {
                assertThatThrownBy(() -> connection.createStatement().execute("select audit_begin_epoch()"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void what_is_acknowledged_keeps_its_place_even_from_the_relay() throws SQLException {
        Outbox.write(2, "note.read");
        relay.run();
        Outbox.write("note.read");
        try (var connection = Database.asRelay();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update audit_outbox set body = '\\x00' where seq = 1"))
                    .hasMessageContaining("cannot be changed");
            assertThatThrownBy(() -> statement.execute("update audit_outbox set seq = 17 where seq = 1"))
                    .hasMessageContaining("cannot be changed");
            assertThat(statement.executeUpdate(
                            "update audit_outbox set epoch = 1, seq = 3, body = '\\x00' where seq is null"))
                    .isEqualTo(1);
        }
    }

    private static void restoreTo(int seq) throws SQLException {
        Outbox.execute("delete from audit_outbox where seq > " + seq);
        Outbox.execute("update audit_source set last_seq = " + seq + ", last_hash ="
                + " (select sha256(body) from audit_outbox where epoch = 1 and seq = " + seq + ") where epoch = 1");
    }
}
