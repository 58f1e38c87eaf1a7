package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.GuardContract;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LogTablesTest {

    @BeforeEach
    void somethingIsInTheLog() {
        var source = SampleEvent.freshSource();
        AuditLog.checkpointCovering(AuditLog.append(source, SampleEvent.of(source, 1)));
    }

    @Test
    void theReadModelAndTheLeavesAreGuarded() throws Exception {
        assertThat(GuardContract.verify())
                .contains("access_event", "event_subject", "leaf", "sealed_detail", "restoration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guarded.leaf",
                "guarded.access_event",
                "guarded.event_subject",
                "tile",
                "checkpoint",
                "cosignature"
            })
    void noTableCanBeChanged(String table) throws Exception {
        for (var change : changes(table)) {
            assertDenied(Database.asApp(), change);
            // The owner has every right, so here it is the trigger that refuses.
            assertDenied(Database.asOwner(), change);
        }
    }

    @Test
    void theApplicationSeesPlacesAndHashesButNoContent() throws Exception {
        // Then
        try (var app = Database.asApp();
                var rows = app.createStatement().executeQuery("select max(leaf_index) from guarded.leaf")) {
            assertThat(rows.next()).isTrue();
        }
        assertDenied(Database.asApp(), "select body from guarded.leaf");
        assertDenied(Database.asApp(), "select leaf_index from guarded.access_event");
        assertDenied(Database.asApp(), "select leaf_index from guarded.event_subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaf", "access_event", "event_subject", "sealed_detail", "restoration"})
    void anOuterJoinDoesNotTellWhichRowsAreAbsent(String view) throws Exception {
        // A view without security_barrier would evaluate its guard only where a row matches.
        assertDenied(
                Database.asApp(),
                "select v.x from (values (-1)) v(x) left join %s e on e.leaf_index = v.x".formatted(view));
    }

    private static List<String> changes(String table) {
        var column = table.equals("tile") ? "idx" : table.startsWith("c") ? "size" : "leaf_index";
        return List.of(
                "update %s set %s = 4711".formatted(table, column),
                "update %s set %s = 4711 where false".formatted(table, column),
                "delete from " + table,
                "truncate " + table + " cascade");
    }

    private static void assertDenied(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(sql))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }
}
