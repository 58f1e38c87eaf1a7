package eu.waymark.sandbox.keycloak;

import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.HttpProbe;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.Progress;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.PrivateFile;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's Keycloak. Its realm comes from the file in the repository; the small database that the import makes is
 * kept, which saves two thirds of every later start, and is made anew as soon as the realm file or a secret differs.
 */
public final class KeycloakServer {

    /** Its name among the processes. */
    public static final String NAME = "keycloak";

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final StateDirectory state;
    private final Secrets secrets;
    private final Processes processes;
    private final Ports ports;
    private @Nullable ChildProcess server;

    public KeycloakServer(StateDirectory state, Secrets secrets, Processes processes, Ports ports) {
        this.state = state;
        this.secrets = secrets;
        this.processes = processes;
        this.ports = ports;
    }

    /** Starts the server; returns when the realm answers. */
    public void start(Path homeFolder, Path archive, Progress progress) throws IOException {
        KeycloakHome home = KeycloakHome.prepare(homeFolder, archive, processes, progress);
        String realm = Realm.load(secrets).withSecrets();
        KeptRealm kept = new KeptRealm(state.keycloakData());
        if (kept.holds(realm) && started(home, List.of())) {
            return;
        }
        kept.forget();
        importRealm(home, realm);
        kept.remember(realm);
    }

    private void importRealm(KeycloakHome home, String realm) throws IOException {
        Files.createDirectories(home.importFile().resolveSibling("."));
        PrivateFile.write(home.importFile(), realm);
        try {
            if (!started(home, List.of("--import-realm"))) {
                throw new SandboxProblem("Keycloak did not start; see the end of " + state.log(NAME));
            }
        } finally {
            Files.deleteIfExists(home.importFile());
        }
    }

    private boolean started(KeycloakHome home, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(arguments());
        arguments.addAll(more);
        ChildProcess child = processes.start(NAME, home.command("-Xmx384m", arguments), environment());
        server = child;
        URI discovery = URI.create(ports.issuer() + "/.well-known/openid-configuration");
        boolean answered = Waiting.until(START, () -> !child.isAlive() || HttpProbe.ok(discovery));
        if (!answered || !child.isAlive()) {
            child.kill();
            return false;
        }
        return true;
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + ports.host(),
                "--http-port=" + ports.keycloak().http(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.keycloak().management(),
                // Fixed, so that the issuer in the tokens does not depend on how a client spells the address.
                "--hostname=" + ports.keycloakAddress(),
                "--db-url=jdbc:h2:file:" + state.keycloakData().resolve("keycloak")
                        + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    private Map<String, String> environment() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.password("keycloak.admin"));
    }

    public void stop() {
        if (server != null) {
            server.stop(STOP);
        }
    }

    public boolean isAlive() {
        return server != null && server.isAlive();
    }
}
