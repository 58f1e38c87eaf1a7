package eu.waymark.identity;

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

    private static final String BEFORE = """
            insert into guarded.person (id, agency, country, tag, tag_secret, wrapped_key, demographics, version, recorded_at)
                values ('00000000-0000-4000-8000-000000000001', 'GB-OLD', 'GB', 'AAAAAAAAAAAAAAAAAAAAAA',
                        decode(repeat('00', 32), 'hex'), '\\x01', '\\x02', 1, now());
            insert into guarded.import_report (id, agency, actor, accepted, rejected, imported_at)
                values ('00000000-0000-4000-8000-000000000002', 'GB-OLD', 'portal', 7,
                        '[{"line":3,"code":"invalid-request","detail":"is not JSON"}]', now())""";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void recordsAndReportsOfImportsOutliveTheChangeOfTheirTables() throws SQLException {
        // Given
        var server = database.replaceFirst("/[^/]+$", "/");
        try (var postgres = DriverManager.getConnection(server + "postgres", "postgres", "")) {
            run(postgres, "drop database if exists migrating");
            run(postgres, "create database migrating");
        }
        try (var migrating = DriverManager.getConnection(server + "migrating", "postgres", "")) {
            migrate(server, "1.9");
            run(migrating, BEFORE);

            // When
            migrate(server, "latest");

            // Then
            assertThat(strings(migrating, "select no::text from guarded.person"))
                    .containsExactly("1");
            assertThat(strings(migrating, "select status || lines || accepted || rejected from guarded.import_job"))
                    .containsExactly("COMPLETED871");
            assertThat(strings(migrating, "select line || code || detail from guarded.import_rejection"))
                    .containsExactly("3invalid-requestis not JSON");
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
