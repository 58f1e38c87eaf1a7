package eu.waymark.audit.log;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own that flushes as one in production does, with the tables of the audit service. */
final class BenchmarkDatabase implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-run";

    private final EmbeddedPostgres server;
    private final String name;

    private BenchmarkDatabase(EmbeddedPostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    /** @param folder where the data are kept for the time of the run */
    static BenchmarkDatabase start(Path folder) throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        var database = new BenchmarkDatabase(server, "audit");
        for (var role : new String[] {"audit_owner", "audit_app", "audit_relay"}) {
            database.execute("create role " + role + " login password '" + PASSWORD + "'");
        }
        database.prepare();
        return database;
    }

    /** Another one on the same server, with the same tables. */
    BenchmarkDatabase another(String other) throws SQLException {
        var database = new BenchmarkDatabase(server, other);
        database.prepare();
        return database;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void prepare() throws SQLException {
        execute("create database " + name + " owner audit_owner");
        Flyway.configure()
                .dataSource(url(), "audit_owner", PASSWORD)
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("app", "audit_app", "relay", "audit_relay"))
                .load()
                .migrate();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    AgroalDataSource asApp(int connections) throws SQLException {
        return pool("audit_app", connections);
    }

    AgroalDataSource asOwner(int connections) throws SQLException {
        return pool("audit_owner", connections);
    }

    private AgroalDataSource pool(String user, int connections) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(connections)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url())
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(PASSWORD)))));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
