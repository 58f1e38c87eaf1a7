package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.GuardContract;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class AuditGuardTest {

    private static final String INSERT =
            "insert into note (id, tag, text, version) values (gen_random_uuid(), 'tag', 'text', 0)";
    private static final String EVENT = "insert into audit_outbox (id, event) values (gen_random_uuid(), '{}')";

    @Test
    void no_table_of_child_data_can_be_touched_without_a_permit() throws SQLException {
        assertThat(GuardContract.verify()).containsExactly("note");
    }

    @Test
    void the_contract_notices_a_table_that_is_open() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table guarded.leak (id int)");
            statement.execute("create view public.leak as select * from guarded.leak");
            statement.execute("grant select, delete on public.leak to test_app");
            try {
                assertThatThrownBy(GuardContract::verify)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("leak");
            } finally {
                statement.execute("drop view public.leak");
                statement.execute("drop table guarded.leak");
            }
        }
    }

    @Test
    void a_permit_opens_the_tables_until_the_event_is_written() throws SQLException {
        try (var app = transaction()) {
            run(app, "select audit_open_permit()", INSERT, "select * from note", EVENT);
            assertDenied(app, "select * from note where text = 'absent'");
        }
    }

    @Test
    void a_transaction_with_permit_and_event_commits() throws SQLException {
        try (var app = transaction()) {
            run(app, "select audit_open_permit()", INSERT, EVENT);
            app.commit();
        }
        try (var owner = Database.asOwner();
                var rows = owner.createStatement().executeQuery("select count(*) from audit_permit")) {
            rows.next();
            assertThat(rows.getInt(1)).as("a commit leaves no permit behind").isZero();
        }
    }

    @Test
    void a_transaction_that_wrote_no_event_cannot_commit() throws SQLException {
        try (var app = transaction()) {
            run(app, "select audit_open_permit()", "select * from note");
            assertThatThrownBy(app::commit).isInstanceOf(SQLException.class).hasMessageContaining("no audit event");
        }
    }

    @Test
    void an_event_that_is_rolled_back_closes_nothing() throws SQLException {
        try (var app = transaction()) {
            run(
                    app,
                    "select audit_open_permit()",
                    "savepoint before",
                    EVENT,
                    "rollback to before",
                    "select * from note");
            assertThatThrownBy(app::commit).isInstanceOf(SQLException.class).hasMessageContaining("no audit event");
        }
    }

    @Test
    void a_second_permit_demands_a_second_event() throws SQLException {
        try (var app = transaction()) {
            run(app, "select audit_open_permit()", EVENT, "select audit_open_permit()", "select * from note");
            assertThatThrownBy(app::commit).isInstanceOf(SQLException.class).hasMessageContaining("no audit event");
        }
    }

    @Test
    void the_application_can_neither_make_nor_remove_a_permit_itself() throws SQLException {
        for (var sql : new String[] {
            "insert into audit_permit default values",
            "delete from audit_permit",
            "truncate audit_permit",
            "insert into audit_nothing select pg_current_xact_id()",
            "alter table audit_permit disable trigger all"
        }) {
            try (var app = transaction()) {
                run(app, "select audit_open_permit()");
                assertDenied(app, sql);
            }
        }
    }

    @Test
    void nobody_opens_the_guard_with_words() throws SQLException {
        try (var app = transaction()) {
            run(app, "select set_config('waymark.event', '', true)", "select pg_current_xact_id()");
            assertDenied(app, "select * from note");
        }
    }

    @Test
    void deferring_cannot_be_turned_into_never() throws SQLException {
        try (var app = transaction()) {
            run(app, "set constraints all deferred", "select audit_open_permit()", "select * from note");
            assertThatThrownBy(() -> run(app, "set constraints all immediate"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no audit event");
        }
    }

    @Test
    void the_permit_of_an_earlier_transaction_does_not_count() throws SQLException {
        try (var app = transaction()) {
            run(app, "select audit_open_permit()", EVENT);
            app.commit();
            assertDenied(app, "select * from note");
        }
    }

    @Test
    void the_relay_sees_outboxes_and_no_child() throws SQLException {
        try (var relay = Database.asRelay()) {
            relay.createStatement().execute("select seq from audit_outbox");
            assertDenied(relay, "select * from note");
            assertDenied(relay, "select * from guarded.note");
            assertDenied(relay, "delete from audit_outbox");
            assertDenied(relay, "update audit_outbox set event = ''");
        }
    }

    private static Connection transaction() throws SQLException {
        var app = Database.asApp();
        app.setAutoCommit(false);
        return app;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static void assertDenied(Connection connection, String sql) {
        assertThatThrownBy(() -> run(connection, sql))
                .isInstanceOfSatisfying(SQLException.class, denied -> assertThat(denied.getSQLState())
                        .isEqualTo("42501"));
    }
}
