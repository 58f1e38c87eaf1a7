package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.persistence.fake.FakeAuditLog;
import eu.waymark.platform.persistence.fake.FakeLeaf;
import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.persistence.fake.Outbox;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class HeartbeatsTest extends RelayTest {

    private static final String BEATS = "select count(*) from audit_outbox where heartbeat";

    @Inject
    OutboxRows rows;

    private final Heartbeats heartbeats = new Heartbeats("60s");

    @Test
    void a_sign_of_life_tells_how_far_the_source_stands() throws SQLException {
        // Given
        Outbox.write(2, "note.read");
        relay.run();
        Outbox.write("note.read");

        // When
        beat();
        relay.run();

        // Then
        var beat = log.leaves().getLast();
        assertThat(beat.type()).isEqualTo("audit.heartbeat");
        assertThat(beat.event().path("notes").path("lastSeq").asText()).isEqualTo("2");
        assertThat(beat.event().path("notes").path("unsent").asText()).isEqualTo("1");
        assertThat(beat.event().path("notes").path("oldestUnsent").asText()).endsWith("Z");
    }

    @Test
    void a_source_with_nothing_to_send_says_so() throws SQLException {
        beat();
        relay.run();
        assertThat(log.leaves()).extracting(FakeLeaf::type).containsExactly("audit.heartbeat");
        assertThat(log.leaves().getFirst().event().path("notes").has("oldestUnsent"))
                .isFalse();
    }

    @Test
    void one_is_written_when_it_is_due_and_not_before() throws SQLException {
        beat();
        relay.run();
        beat();
        assertThat(Outbox.number(BEATS)).isEqualTo(1);

        Outbox.execute("update audit_source set heartbeat_at = now() - interval '61 seconds'");
        beat();
        assertThat(Outbox.number(BEATS)).isEqualTo(2);
    }

    @Test
    void replicas_write_one_between_them() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> replica = () -> {
                beat();
                return true;
            };
            for (var done : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> replica).toList())) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(Outbox.number(BEATS)).isEqualTo(1);
    }

    @Test
    void none_is_added_while_one_waits_and_none_that_waits_is_a_lag() throws SQLException {
        // Given a log that is away
        log.fail(FakeAuditLog.EVENTS, 503, "busy");
        beat();
        Outbox.execute("update audit_source set heartbeat_at = now() - interval '1 hour'");
        Outbox.execute("update audit_outbox set written_at = now() - interval '1 hour'");

        // When
        beat();

        // Then
        assertThat(Outbox.number(BEATS)).isEqualTo(1);
        try (var connection = Database.asRelay()) {
            assertThat(rows.oldestUnacknowledged(connection)).isNull();
            Outbox.write("note.read");
            assertThat(rows.oldestUnacknowledged(connection))
                    .as("an event that waits is a lag")
                    .isNotNull();
        }
    }

    @Test
    void the_relay_can_add_nothing_else_to_the_trail() throws SQLException {
        try (var connection = Database.asRelay();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute("insert into audit_outbox (id, event) values (gen_random_uuid(), '{}')"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("select audit_own_event(gen_random_uuid(), 'note.read', '{}')"))
                    .hasMessageContaining("permission denied");
        }
    }

    private void beat() throws SQLException {
        try (var connection = Database.asRelay()) {
            heartbeats.beat(connection);
        }
    }
}
