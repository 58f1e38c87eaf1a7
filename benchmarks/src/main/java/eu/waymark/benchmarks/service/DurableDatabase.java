package eu.waymark.benchmarks.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL of its own that waits for the disk, with three roles for each service. */
public final class DurableDatabase implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-run";

    private static final String LONGEST = """
            select format('%s ms, %s calls, %s rows, %s: %s', round(total_exec_time::numeric), calls, rows,
                case when toplevel then 'asked' else 'inside' end, left(regexp_replace(query, '\\s+', ' ', 'g'), 110))
              from pg_stat_statements order by total_exec_time desc limit 40""";

    private final EmbeddedPostgres server;
    private final Path folder;
    private final List<String> names;

    private DurableDatabase(EmbeddedPostgres server, Path folder, List<String> names) {
        this.server = server;
        this.folder = folder;
        this.names = names;
    }

    /**
     * @param folder where the data are kept for the time of the run
     * @param names of the services, each with a database
     */
    public static DurableDatabase start(Path folder, String... names) throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track", "all")
                .start();
        var database = new DurableDatabase(server, folder, List.of(names));
        for (var name : names) {
            for (var role : List.of("owner", "app", "relay")) {
                database.execute("postgres", "create role %s_%s login password '%s'".formatted(name, role, PASSWORD));
            }
            database.execute("postgres", "create database %s owner %s_owner".formatted(name, name));
        }
        // It counts for all databases of the server; one is where it is asked.
        database.execute(names[0], "create extension pg_stat_statements");
        return database;
    }

    /** How a service finds it, as variables of its environment. */
    Map<String, String> environment(String name) {
        var variables = new TreeMap<String, String>();
        datasource(variables, "QUARKUS_DATASOURCE", name, "app");
        datasource(variables, "QUARKUS_DATASOURCE_RELAY", name, "relay");
        datasource(variables, "QUARKUS_FLYWAY", name, "owner");
        return variables;
    }

    private void datasource(Map<String, String> variables, String prefix, String name, String role) {
        variables.put(prefix + "_JDBC_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name));
        variables.put(prefix + "_USERNAME", name + "_" + role);
        variables.put(prefix + "_PASSWORD", PASSWORD);
    }

    /** A connection of the server's own administrator, whom no right and no guard holds. */
    public Connection connect(String name) throws SQLException {
        return server.getDatabase("postgres", name).getConnection();
    }

    /** What its own jobs do by and by after many rows have come. */
    public void settle() throws SQLException {
        for (var name : names) {
            execute(name, "vacuum (analyze)");
        }
        execute(names.getFirst(), "checkpoint");
    }

    /** The statements that took longest since this was last asked, with milliseconds in all, calls and rows. */
    public List<String> statements() throws SQLException {
        try (var connection = connect(names.getFirst());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(LONGEST)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            statement.execute("select pg_stat_statements_reset()");
            return lines;
        }
    }

    /** Seconds of processor that those of its processes have used which still run. */
    public double processorSeconds() throws IOException {
        long server = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(server).stream()
                        .flatMap(ProcessHandle::descendants)
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private void execute(String name, String sql) throws SQLException {
        try (var connection = connect(name);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
