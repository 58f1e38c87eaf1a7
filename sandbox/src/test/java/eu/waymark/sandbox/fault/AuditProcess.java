package eu.waymark.sandbox.fault;

import eu.waymark.log.note.VerifierKey;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.HttpProbe;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.service.X25519Key;
import eu.waymark.sandbox.setup.JavaProgram;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One instance of the audit service: the packaged jar in a JVM of its own, whose life is at the test's mercy. */
final class AuditProcess {

    private static final Duration START = Duration.ofSeconds(120);
    /** Little, so that a queue without bounds would end the process and with it the test. */
    private static final String LITTLE = "-Xmx128m";

    /**
     * The audit service calls nobody, so no issuer of tokens is there. Named here, since as environment variables these
     * names could also mean a tenant called "client".
     */
    static final List<String> NO_TOKENS = Stream.of("quarkus.oidc-client", "quarkus.oidc-client.exchange")
            .flatMap(client -> Stream.of(
                    "-D" + client + ".auth-server-url=http://127.0.0.1:9",
                    "-D" + client + ".discovery-enabled=false",
                    "-D" + client + ".token-path=/token",
                    "-D" + client + ".client-id=audit-service",
                    "-D" + client + ".credentials.secret=never-sent"))
            .toList();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ChildProcess process;
    private final Ports.Listener listener;

    private AuditProcess(ChildProcess process, Ports.Listener listener) {
        this.process = process;
        this.listener = listener;
    }

    /**
     * Starts an instance; does not wait.
     *
     * @param databasePort where it finds PostgreSQL
     * @param settings of its configuration, beside the usual ones
     */
    static AuditProcess start(AuditDatabase database, int databasePort, Map<String, String> settings)
            throws IOException {
        return start(database, databasePort, settings, new String[] {LITTLE});
    }

    /** @param jvmOptions its memory, and what else is to be other than usual */
    static AuditProcess start(
            AuditDatabase database, int databasePort, Map<String, String> settings, String... jvmOptions)
            throws IOException {
        var bench = database.bench();
        var listener = Ports.free().of(WaymarkService.AUDIT);
        var command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(bench.jvmOptions());
        command.addAll(List.of(jvmOptions));
        command.addAll(
                List.of("-XX:+ExitOnOutOfMemoryError", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(NO_TOKENS);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(
                List.of("-jar", bench.project().serviceJar(WaymarkService.AUDIT).toString()));
        var name = "audit-%s-%d".formatted(database.name(), COUNT.incrementAndGet());
        var child = bench.start(name, command, environment(database, databasePort, listener));
        return new AuditProcess(child, listener);
    }

    private static Map<String, String> environment(AuditDatabase database, int port, Ports.Listener listener) {
        var bench = database.bench();
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_PROFILE", "sandbox");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(listener.http()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(listener.management()));
        variables.put("QUARKUS_OIDC_PUBLIC_KEY", bench.issuer().publicKey());
        datasource(variables, "QUARKUS_DATASOURCE", database, port, DatabaseRole.APP);
        datasource(variables, "QUARKUS_DATASOURCE_RELAY", database, port, DatabaseRole.RELAY);
        datasource(variables, "QUARKUS_FLYWAY", database, bench.postgresPort(), DatabaseRole.OWNER);
        variables.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "2S");
        variables.put("WAYMARK_SECRETS_ROW_KEY", bench.secrets().key("row-key"));
        variables.put("WAYMARK_SECRETS_INDEX_KEY", bench.secrets().key("index-key"));
        var detailsKey = bench.secrets().key("details-private-key");
        variables.put("WAYMARK_AUDIT_DETAILS_KEY", X25519Key.publicOf(detailsKey));
        variables.put("WAYMARK_SECRETS_DETAILS_PRIVATE_KEY", detailsKey);
        variables.put("WAYMARK_SECRETS_LOG_SEED", bench.secrets().key("log-seed"));
        variables.put(
                "WAYMARK_LOG_WITNESSES",
                FaultBench.WITNESSES.stream()
                        .map(source -> bench.witness(source).verifierKey())
                        .map(VerifierKey::encoded)
                        .collect(Collectors.joining(",")));
        return variables;
    }

    private static void datasource(
            Map<String, String> variables, String prefix, AuditDatabase database, int port, DatabaseRole role) {
        variables.put(prefix + "_JDBC_URL", database.url(port));
        variables.put(prefix + "_USERNAME", role.user(WaymarkService.AUDIT));
        variables.put(
                prefix + "_PASSWORD",
                role.password(WaymarkService.AUDIT, database.bench().secrets()));
    }

    AuditProcess awaitReady() {
        var health = listener.managementAddress().resolve("/q/health/ready");
        if (!Waiting.until(START, () -> !process.isAlive() || HttpProbe.ok(health))) {
            throw new SandboxProblem("The audit service is not ready; see the end of " + process.log());
        }
        process.requireAlive();
        return this;
    }

    URI address() {
        return listener.address();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() throws IOException {
        return process.id().find().orElseThrow(() -> new IOException("The instance has ended"));
    }

    /** What it has written to its console. */
    String log() throws IOException {
        return Files.readString(logFile());
    }

    Path logFile() {
        return process.log();
    }

    void kill() {
        process.kill();
    }

    void stop() {
        process.stop(Duration.ofSeconds(20));
    }

    /** Stops it in its tracks: it keeps its connections and does nothing. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var sent = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "kill -%s %d".formatted(name, process.id().pid()))
                .start();
        if (!sent.waitFor(10, TimeUnit.SECONDS) || sent.exitValue() != 0) {
            throw new IOException("The signal could not be sent");
        }
    }
}
