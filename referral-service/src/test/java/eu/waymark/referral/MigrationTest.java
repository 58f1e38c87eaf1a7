package eu.waymark.referral;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was in the database before a migration is there after it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class MigrationTest {

    private static final String CHILD = "00000000-0000-4000-8000-0000000000c1";
    private static final String REFERRAL = "00000000-0000-4000-8000-000000000001";

    /** A referral that was returned: the work of its recipient was closed then. */
    private static final String RETURNED = """
            insert into agency (code, name, country, type, place)
                values ('FR-OLD', 'Old', 'FR', 'child-protection', 'FR');
            insert into guarded.person_key (person_record_id, wrapped_key) values ('%1$s', '\\x01');
            insert into guarded.referral (id, person_record_id, from_agency, from_country, to_agency, kind, urgency, level,
                reason, status, sent_by, sent_at, due_at, due_rule, listed_at, changed_at, version)
                values ('%2$s', '%1$s', 'GB-OLD', 'GB', 'FR-OLD', 'ASSESSMENT', 'URGENT', 'PROTECTION', '\\x01', 'SENT',
                'sarah', '2026-03-02T09:00:00Z', '2026-03-03T23:00:00Z', 'OURS-DEC/2', now(), now(), 0);
            update guarded.referral set status = 'RETURNED', received_by = 'claire', received_at = '2026-03-03T09:00:00Z',
                paused_at = '2026-03-03T09:00:00Z' where id = '%2$s';
            insert into guarded.work_item (id, kind, reference, person_record_id, agency, started_at, due_at, due_rule,
                closed_at, outcome, version) values (gen_random_uuid(), 'referral-decision', '%2$s', '%1$s', 'FR-OLD',
                '2026-03-02T09:00:00Z', '2026-03-03T23:00:00Z', 'OURS-DEC/2', '2026-03-03T09:00:00Z', 'returned', 1)""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void theClockOfAReferralThatWasReturnedStandsAndWaits() throws SQLException {
        // Given
        var server = database.replaceFirst("/[^/]+$", "/");
        try (var postgres = DriverManager.getConnection(server + "postgres", "postgres", "")) {
            run(postgres, "drop database if exists migrating");
            run(postgres, "create database migrating");
        }
        try (var migrating = DriverManager.getConnection(server + "migrating", "postgres", "")) {
            migrate(server, "8.2");
            run(migrating, RETURNED.formatted(CHILD, REFERRAL));

            // When
            migrate(server, "8.60");

            // Then
            try (var statement = migrating.createStatement();
                    var rows = statement.executeQuery("select w.agency || ' ' || w.awaited_by || ' ' || p.reason || ' '"
                            + " || (w.paused_at = p.paused_at and w.started_at = '2026-03-02T09:00:00Z')"
                            + " from guarded.work_item w join guarded.clock_pause p on p.work_item_id = w.id"
                            + " where w.closed_at is null and p.resumed_at is null")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("FR-OLD GB-OLD returned-for-information true");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private static void migrate(String server, String target) {
        Flyway.configure()
                .dataSource(server + "migrating", "postgres", "")
                .locations("classpath:db/platform", "classpath:db/migration")
                .placeholders(Map.of("app", "test_app", "relay", "test_relay"))
                .target(target)
                .load()
                .migrate();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
