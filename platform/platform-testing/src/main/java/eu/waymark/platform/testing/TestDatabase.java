package eu.waymark.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL with one service's database, owned and used by the same three roles as in production. */
final class TestDatabase {

    private static final String PASSWORD = "only-for-this-test-run";
    private static final List<String> ROLES = List.of("test_owner", "test_app", "test_relay");

    private final EmbeddedPostgres server;

    private TestDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestDatabase start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", "off")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                for (var role : ROLES) {
                    statement.execute("create role " + role + " login password '" + PASSWORD + "'");
                }
                statement.execute("create database service owner test_owner");
                statement.execute("revoke connect on database service from public");
                statement.execute("grant connect on database service to test_app, test_relay");
            }
            return new TestDatabase(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database could not be prepared", failed);
        }
    }

    Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        datasource(config, "quarkus.datasource.jdbc.url", "quarkus.datasource", "test_app");
        datasource(config, "quarkus.datasource.relay.jdbc.url", "quarkus.datasource.relay", "test_relay");
        datasource(config, "quarkus.flyway.jdbc-url", "quarkus.flyway", "test_owner");
        return config;
    }

    private void datasource(Map<String, String> config, String urlKey, String prefix, String role) {
        config.put(urlKey, "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/service");
        config.put(prefix + ".username", role);
        config.put(prefix + ".password", PASSWORD);
    }

    void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
