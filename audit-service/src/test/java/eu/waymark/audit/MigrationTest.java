package eu.waymark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What was in the database before a migration is there after it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class MigrationTest {

    /** An erasure in place 5, and details that came after it: of the same child, and of another. */
    private static final String BEFORE = """
            insert into guarded.access_event (event_id, leaf_index, source, recorded, type, action, outcome)
                select gen_random_uuid(), place, 'identity-service', now(),
                       case place when 5 then 'identity.person.erased' else 'identity.person.read' end, 'R', '0'
                from generate_series(5, 8) place;
            insert into guarded.sealed_index (leaf_index, kind, key, recorded) values
                (5, 'subject', decode(repeat('01', 32), 'hex'), now()),
                (6, 'agency', decode(repeat('01', 32), 'hex'), now()),
                (7, 'subject', decode(repeat('01', 32), 'hex'), now()),
                (8, 'subject', decode(repeat('02', 32), 'hex'), now());
            insert into guarded.sealed_detail (leaf_index, ciphertext) select place, '\\x01' from generate_series(6, 8) place""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void detailsThatCameAfterTheErasureOfTheirChildGoAndNoOthers() throws SQLException {
        // Given
        var server = database.replaceFirst("/[^/]+$", "/");
        try (var postgres = DriverManager.getConnection(server + "postgres", "postgres", "")) {
            run(postgres, "drop database if exists migrating");
            run(postgres, "create database migrating");
        }
        try (var migrating = DriverManager.getConnection(server + "migrating", "postgres", "")) {
            migrate(server, "6");
            run(migrating, BEFORE);

            // When
            migrate(server, "latest");

            // Then
            assertThat(strings(migrating, "select leaf_index::text from guarded.sealed_detail order by leaf_index"))
                    .containsExactly("6", "8");
            assertThat(strings(migrating, "select leaf_index || encode(key, 'hex') from erased_subject"))
                    .containsExactly("5" + "01".repeat(32));
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

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
