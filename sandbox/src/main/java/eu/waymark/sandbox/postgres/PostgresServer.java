package eu.waymark.sandbox.postgres;

import static eu.waymark.sandbox.setup.Ports.LOOPBACK;

import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.PrivateFile;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sandbox's PostgreSQL: password for everybody, loopback only, data kept between starts. */
public final class PostgresServer {

    /** Its name among the processes. */
    public static final String NAME = "postgresql";

    private static final String SUPERUSER = "postgres";
    private static final String LISTEN = "listen_addresses";
    private static final String ELSEWHERE = "host all all all scram-sha-256";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final StateDirectory state;
    private final Secrets secrets;
    private final Processes processes;
    private final int port;
    private final Map<String, String> tuning;
    private @Nullable ChildProcess server;

    public PostgresServer(StateDirectory state, Secrets secrets, Processes processes, int port) {
        this(state, secrets, processes, port, Map.of());
    }

    /**
     * Settings of a server that more than this machine reaches, at one more of this machine's addresses; passwords stay
     * required. None for the loopback address.
     */
    public static Map<String, String> reachedAt(String address) {
        return address.equals(LOOPBACK) ? Map.of() : Map.of(LISTEN, LOOPBACK + "," + address);
    }

    /** @param tuning settings for another load than the sandbox's; where they are usual ones, these are replaced */
    public PostgresServer(
            StateDirectory state, Secrets secrets, Processes processes, int port, Map<String, String> tuning) {
        this.state = state;
        this.secrets = secrets;
        this.processes = processes;
        this.port = port;
        this.tuning = Map.copyOf(tuning);
    }

    /**
     * Starts the server and makes the databases and roles that are missing; returns when they are there.
     *
     * @param programs where PostgreSQL is unpacked, once
     */
    public void start(Path programs) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpack(programs);
        if (Files.notExists(state.postgres().resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        if (tuning.containsKey(LISTEN)) {
            admitEverybodyWithPassword();
        }
        ChildProcess started = processes.start(NAME, command(binaries), Map.of());
        server = started;
        if (!Waiting.until(START, () -> !started.isAlive() || accepts())) {
            throw new SandboxProblem("PostgreSQL did not start in %d s; see %s".formatted(START.toSeconds(), log()));
        }
        started.requireAlive();
        try (Connection connection = connect("postgres")) {
            Databases databases = new Databases(connection, secrets);
            for (WaymarkService service : WaymarkService.withDatabase()) {
                databases.prepare(service);
            }
        } catch (SQLException e) {
            throw new SandboxProblem("PostgreSQL refused to prepare the databases; see " + log(), e);
        }
    }

    private void admitEverybodyWithPassword() throws IOException {
        Path rules = state.postgres().resolve("pg_hba.conf");
        if (!Files.readAllLines(rules).contains(ELSEWHERE)) {
            Files.writeString(rules, ELSEWHERE + System.lineSeparator(), StandardOpenOption.APPEND);
        }
    }

    private void initialise(PostgresBinaries binaries) throws IOException {
        // A folder without PG_VERSION is what an interrupted first start leaves.
        StateDirectory.delete(state.postgres());
        Path password = state.root().resolve("initdb-password");
        PrivateFile.write(password, superuserPassword());
        try {
            List<String> command = new ArrayList<>(OrdinaryUser.prefix());
            // The built-in locale sorts the same on every machine, whatever its C library.
            command.addAll(List.of(
                    binaries.program("initdb"),
                    "-D",
                    state.postgres().toString(),
                    "-U",
                    SUPERUSER,
                    "-E",
                    "UTF8",
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions"));
            ChildProcess initdb = processes.start("postgresql-initdb", command, Map.of());
            if (!initdb.endsWithin(START) || Files.notExists(state.postgres().resolve("PG_VERSION"))) {
                throw new SandboxProblem(
                        "PostgreSQL could not make its data directory; see " + state.log("postgresql-initdb"));
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private List<String> command(PostgresBinaries binaries) throws IOException {
        List<String> command = new ArrayList<>(OrdinaryUser.prefix());
        command.addAll(
                List.of(binaries.program("postgres"), "-D", state.postgres().toString()));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return command;
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(usual());
        settings.putAll(tuning);
        return settings;
    }

    private Map<String, String> usual() {
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry(LISTEN, LOOPBACK),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("timezone", "UTC"),
                // Acknowledged means durable, here as in production.
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                // Statements and the details of violations carry personal data; the log must not.
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_error_verbosity", "terse"));
    }

    /** Stops the server in order; open connections are closed. */
    public void stop() throws IOException {
        if (server != null) {
            server.interrupt(STOP);
        }
    }

    public boolean isAlive() {
        return server != null && server.isAlive();
    }

    /** The JDBC address of a service's database. */
    public static String url(int port, WaymarkService service) {
        return url(port, service.shortName());
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private boolean accepts() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        return Objects.requireNonNull(DriverManager.getConnection(url(port, database), SUPERUSER, superuserPassword()));
    }

    private String superuserPassword() {
        return secrets.password("postgres.superuser");
    }

    private Path log() {
        return state.log(NAME);
    }
}
