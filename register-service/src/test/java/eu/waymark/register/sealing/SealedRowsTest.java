package eu.waymark.register.sealing;

import static eu.waymark.register.sealing.Hidden.YORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself keeps, whatever a query forgets. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SealedRowsTest {

    private String sealed;

    @BeforeEach
    void sealed() {
        Hidden.directory();
        var person = Scene.person("GB-KENT");
        var entry = Hidden.entry(person);
        sealed = Hidden.sealed(entry, YORK);
        Hidden.check(Hidden.anybodyAbroad(), person);
    }

    @Test
    void a_query_without_a_condition_shows_named_workers_their_own_and_nobody_else_anything() throws SQLException {
        for (var table : List.of("sealing", "sealing_worker", "sealing_holder", "sealed_look")) {
            var column = table.equals("sealing") ? "id" : table.equals("sealed_look") ? "sealing" : "sealing_id";
            var query = "select count(*) from " + table + " where " + column + " = '" + sealed + "'";
            assertThat(count(query, "nadia-" + YORK, YORK)).as(table).isPositive();
            assertThat(count(query, "nadia-" + YORK, "GB-LEEDS")).as(table).isZero();
            assertThat(count(query, "supervisor-sam", "GB-KENT")).as(table).isZero();
            assertThat(count(query, "", "")).as(table).isZero();
        }
    }

    @Test
    void without_the_policy_the_same_query_would_show_it() throws SQLException {
        asOwner("alter table guarded.sealing disable row level security");
        try {
            assertThat(count("select count(*) from sealing where id = '" + sealed + "'", "supervisor-sam", "GB-KENT"))
                    .isEqualTo(1);
        } finally {
            asOwner("alter table guarded.sealing enable row level security");
        }
    }

    @Test
    void a_look_behind_the_seal_is_in_no_list_of_looks() throws SQLException {
        assertThat(asOwner("select count(*) from guarded.look where sealing = '" + sealed + "'"))
                .isEqualTo(1);
        var entry = entryOf(sealed);
        assertThat(count("select count(*) from look where entry_id = '" + entry + "'", "supervisor-sam", "GB-KENT"))
                .isZero();
    }

    @Test
    void responsibility_and_the_two_who_know_are_kept_by_constraints() {
        refused("update guarded.sealing set responsible = 'GB-LEEDS' where id = '%s'", "a handover only");
        refused("update guarded.sealing set unsealed_at = now() where id = '%s'", "two unseal together");
        refused(
                "update guarded.sealing_worker set during = tstzrange(lower(during), now()) where subject like 'owen%%'"
                        + " and sealing_id = '%s'",
                "two named workers");
        refused(
                "insert into guarded.sealing_holder values ('%s', 'GB-KENT', tstzrange(now(), null))",
                "conflicting key value");
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> asOwner(sql.formatted(sealed)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    private static UUID entryOf(String sealed) throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select entry_id from guarded.sealing where id = '" + sealed + "'")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    /** As the application, for somebody, within a transaction that may touch child data. */
    private static long count(String query, String subject, String agency) throws SQLException {
        try (var app = Database.asApp();
                var permit = app.prepareStatement("select audit_open_permit(), set_config('waymark.subject', ?, true),"
                        + " set_config('waymark.agency', ?, true)")) {
            app.setAutoCommit(false);
            permit.setString(1, subject);
            permit.setString(2, agency);
            permit.execute();
            try (var rows = app.createStatement().executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            } finally {
                app.rollback();
            }
        }
    }

    private static long asOwner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getLong(1);
        }
    }
}
