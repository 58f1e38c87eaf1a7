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
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class ForgettingTest extends RelayTest {

    private static final String HELD = "select seq from audit_outbox order by seq";

    @Inject
    OutboxRows rows;

    @Test
    void what_a_verified_checkpoint_covers_goes_after_the_time_kept() throws SQLException {
        Outbox.write(3, "note.read");
        relay.run();
        age("seq <= 2", "8 days");
        relay.run();
        assertThat(Outbox.texts(HELD)).containsExactly("3");
    }

    @Test
    void what_is_not_covered_stays_however_old_it_is() throws SQLException {
        // Given one event that is covered, one only acknowledged, one only numbered
        Outbox.write(1, "note.read");
        relay.run();
        log.fail(FakeAuditLog.WITNESS, 503, "busy");
        Outbox.write("note.read");
        relay.run();
        log.fail(FakeAuditLog.EVENTS, 503, "busy");
        Outbox.write("note.read");
        relay.run();
        age("acknowledged_at is not null", "400 days");

        // When
        relay.run();

        // Then
        assertThat(Outbox.texts(HELD)).containsExactly("2", "3");
    }

    @Test
    void the_relay_can_delete_nothing_else_and_nothing_younger_than_a_day() throws SQLException {
        Outbox.write(3, "note.read");
        relay.run();
        age("seq = 1", "23 hours");
        age("seq = 2", "25 hours");
        Outbox.execute("update audit_outbox set covered_size = null where seq = 3");
        age("seq = 3", "25 hours");
        try (var connection = Database.asRelay();
                var statement = connection.createStatement()) {
            for (var table : List.of("audit_outbox", "audit_copy", "audit_witness", "audit_fault", "audit_source")) {
                assertThatThrownBy(() -> statement.execute("delete from " + table))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("truncate " + table))
                        .hasMessageContaining("permission denied");
            }
            statement.execute("select audit_forget(interval '0 seconds', 1000)");
        }
        assertThat(Outbox.texts(HELD)).containsExactly("1", "3");
    }

    @Test
    void the_service_itself_cannot_delete_at_all() throws SQLException {
        try (var connection = Database.asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from audit_outbox"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("select audit_forget(interval '0 seconds', 1000)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void copies_go_too_but_for_the_newest_which_tells_where_copying_goes_on() throws SQLException {
        log.append(FakeLeaf.some("audit-service", 1), FakeLeaf.some("audit-service", 2));
        relay.run();
        relay.run();
        Outbox.execute("update audit_copy set received_at = now() - interval '8 days'");
        relay.run();
        assertThat(Outbox.texts("select leaf_index from audit_copy")).containsExactly("1");
    }

    @Test
    void in_the_service_that_holds_the_log_what_is_acknowledged_goes() throws SQLException {
        log.fail(FakeAuditLog.WITNESS, 404, "not-found");
        Outbox.write(3, "note.read");
        relay.run();
        age("seq <= 2", "8 days");
        var ownLog = new Forgetting(rows, (source, epoch, events) -> List.of(), Duration.ofDays(7));
        try (var connection = Database.asRelay()) {
            ownLog.forget(connection);
        }
        assertThat(Outbox.texts(HELD)).containsExactly("3");
    }

    private static void age(String which, String by) throws SQLException {
        Outbox.execute("update audit_outbox set acknowledged_at = now() - interval '" + by + "' where " + which);
    }
}
