package eu.waymark.sandbox.fault;

import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.sandbox.SandboxSettings;
import eu.waymark.sandbox.postgres.PostgresServer;
import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.service.ServiceEnvironment;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all fault tests of a run share: a PostgreSQL of their own that really writes to disk, an issuer of tokens, the keys
 * of the log and of its witnesses. Nothing of the shared sandbox, which must not suffer from any of it.
 */
final class FaultBench {

    static final String ORIGIN = "waymark.example/log";
    static final List<String> WITNESSES = List.of("register-service", "referral-service", "identity-service");

    private static final Duration RESTART = Duration.ofSeconds(30);

    private static @Nullable FaultBench shared;

    private final SandboxSettings settings;
    private final Secrets secrets;
    private final Processes processes;
    private final PostgresServer postgres;
    private final Issuer issuer = new Issuer();
    private final List<ChildProcess> children = new ArrayList<>();

    private FaultBench(SandboxSettings settings, Map<String, String> tuning) throws IOException {
        this.settings = settings;
        settings.state().create();
        this.secrets = Secrets.open(settings.state());
        this.processes = new Processes(settings.state());
        this.postgres = new PostgresServer(
                settings.state(), secrets, processes, settings.ports().postgres(), tuning);
    }

    static synchronized FaultBench shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** @param tuning settings of PostgreSQL for something else than tests */
    static FaultBench start(Map<String, String> tuning) {
        try {
            var bench = new FaultBench(SandboxSettings.forTests(ProjectLayout.find()), tuning);
            Runtime.getRuntime().addShutdownHook(new Thread(bench::stop, "stop the bench"));
            bench.processes.begin();
            bench.postgres.start(bench.settings.programs().postgres());
            return bench;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where PostgreSQL writes too. */
    Path folder() {
        return settings.state().root();
    }

    Issuer issuer() {
        return issuer;
    }

    ProjectLayout project() {
        return settings.project();
    }

    List<String> jvmOptions() {
        return settings.jvmOptions();
    }

    Secrets secrets() {
        return secrets;
    }

    int postgresPort() {
        return settings.ports().postgres();
    }

    /** How the sandbox would configure a service, but for the issuer, who is this bench's. */
    Map<String, String> environment(WaymarkService service) {
        var variables = new ServiceEnvironment(settings.ports(), secrets).of(service);
        variables.keySet().removeIf(name -> name.startsWith("QUARKUS_OIDC"));
        variables.put("QUARKUS_OIDC_PUBLIC_KEY", issuer.publicKey());
        return variables;
    }

    Ports.Listener listener(WaymarkService service) {
        return settings.ports().of(service);
    }

    VerifierKey logKey() {
        return NoteSigner.log(ORIGIN, Base64.getDecoder().decode(secrets.key("log-seed")))
                .verifierKey();
    }

    NoteSigner witness(String source) {
        return NoteSigner.witness(
                ORIGIN + "/" + source, Base64.getDecoder().decode(secrets.key("witness." + source)), Clock.systemUTC());
    }

    synchronized ChildProcess start(String name, List<String> command, Map<String, String> environment)
            throws IOException {
        var child = processes.start(name, command, environment);
        children.add(child);
        return child;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort(), database),
                "postgres",
                secrets.password("postgres.superuser"));
    }

    void administer(String... statements) throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The server's first process, whose death ends the others. */
    ProcessHandle postmaster() throws IOException {
        var table = ProcessTable.read(settings.state().pidsFile()).orElseThrow();
        return table.parts().get(PostgresServer.NAME).find().orElseThrow();
    }

    /** Brings the server back after it was killed; it recovers from its log. */
    void startPostgres() {
        // The orphans of a killed server take a moment to notice; until then a new one refuses to start.
        if (!Waiting.until(RESTART, this::isStarted)) {
            throw new SandboxProblem("PostgreSQL did not come back");
        }
    }

    private boolean isStarted() {
        try {
            postgres.start(settings.programs().postgres());
            return true;
        } catch (SandboxProblem stillThere) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void stop() {
        try {
            // Frozen processes and all: nothing of a fault test outlives it.
            children.stream().filter(ChildProcess::isAlive).forEach(ChildProcess::kill);
            postgres.stop();
            StateDirectory.delete(settings.state().postgres());
            StateDirectory.delete(settings.state().secretsFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
