package eu.waymark.sandbox;

import eu.waymark.sandbox.keycloak.KeycloakServer;
import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.postgres.PostgresServer;
import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.FreePort;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.process.Together;
import eu.waymark.sandbox.service.ServiceEnvironment;
import eu.waymark.sandbox.service.Services;
import eu.waymark.sandbox.setup.Progress;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.DiskSpace;
import eu.waymark.sandbox.state.Secrets;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The whole suite, started and stopped as one. Used by {@code ./run} and by the journeys.
 *
 * <p>Failures that a person can mend come as {@link SandboxProblem}; after one nothing is left
 * running.
 */
public final class Sandbox implements AutoCloseable {

    private static final List<WaymarkService> SERVICES = List.of(WaymarkService.values());
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final SandboxSettings settings;
    private final Progress progress;
    private final Secrets secrets;
    private final Realm realm;
    private final Processes processes;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private final Services services;
    private final ServiceEnvironment environment;
    private final Tokens tokens;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Sandbox(SandboxSettings settings, Progress progress, Clock clock) throws IOException {
        this.settings = settings;
        this.progress = progress;
        this.secrets = Secrets.open(settings.state());
        this.realm = Realm.load(secrets);
        this.processes = new Processes(settings.state());
        this.postgres = new PostgresServer(
                settings.state(),
                secrets,
                processes,
                settings.ports().postgres(),
                PostgresServer.reachedAt(settings.ports().host()));
        this.keycloak = new KeycloakServer(settings.state(), secrets, processes, settings.ports());
        this.services = new Services(settings.project(), settings.ports(), settings.jvmOptions(), processes);
        this.environment = new ServiceEnvironment(settings.ports(), secrets);
        this.tokens = new Tokens(settings.ports().issuer(), realm, clock);
    }

    /** Prepares the state directory and looks whether the machine can carry a sandbox; starts nothing. */
    public static Sandbox prepare(SandboxSettings settings, Progress progress, Clock clock) throws IOException {
        LastRun lastRun = new LastRun(settings.state());
        if (lastRun.alive().isPresent()) {
            throw new SandboxProblem(
                    "A sandbox is already running in " + settings.state().root());
        }
        settings.state().create();
        DiskSpace.require(settings.state().root(), DiskSpace.NEEDED);
        lastRun.endLeftovers().forEach(part -> progress.step("Ended a leftover " + part));
        FreePort.requireAll(settings.ports());
        return new Sandbox(settings, progress, clock);
    }

    /** @throws SandboxProblem naming the first service that is not built */
    public void requireBuilt() {
        services.requireBuilt(SERVICES);
    }

    /** Starts everything; returns when every service is ready. */
    public void start() throws IOException {
        startFoundation();
        startServices();
    }

    /** Starts PostgreSQL and Keycloak only. */
    public void startFoundation() throws IOException {
        orStop(() -> {
            processes.begin();
            Together.run(List.of(this::startPostgres, this::startKeycloak));
        });
    }

    /** Starts the services on a running foundation. */
    public void startServices() throws IOException {
        orStop(() -> {
            requireBuilt();
            for (WaymarkService service : SERVICES) {
                services.start(service, environment(service));
            }
            Together.run(SERVICES.stream().map(this::readiness).toList());
            writeAddressBook();
        });
    }

    /** Tells people and scripts where everything is and who may log in. */
    void writeAddressBook() throws IOException {
        AddressBook.of(settings.ports(), realm, settings.state()).write(settings.state());
    }

    private interface Step {
        void run() throws IOException;
    }

    private void orStop(Step step) throws IOException {
        boolean complete = false;
        try {
            step.run();
            complete = true;
        } finally {
            if (!complete) {
                stop();
            }
        }
    }

    private void startPostgres() throws IOException {
        postgres.start(settings.programs().postgres());
        progress.step("PostgreSQL is ready on %s:%d"
                .formatted(settings.ports().host(), settings.ports().postgres()));
    }

    private void startKeycloak() throws IOException {
        keycloak.start(settings.programs().keycloak(), settings.project().keycloakArchive(), progress);
        progress.step("Keycloak is ready on " + settings.ports().keycloakAddress());
    }

    private Together.Task readiness(WaymarkService service) {
        return () -> {
            services.awaitReady(service);
            progress.step(service.module() + " is ready on "
                    + settings.ports().of(service).address());
        };
    }

    /** Every variable that configures a service. */
    Map<String, String> environment(WaymarkService service) {
        Map<String, String> variables = new HashMap<>(environment.of(service));
        variables.putAll(settings.overrides().getOrDefault(service, Map.of()));
        return variables;
    }

    /** Tells {@code ./run status} and a second {@code ./run} that the start is over. */
    void announceReady() throws IOException {
        processes.ready();
    }

    /** Stops everything in order, the database last; does nothing the second time. */
    public void stop() throws IOException {
        if (stopped.getAndSet(true)) {
            return;
        }
        processes.refuse();
        List<Together.Task> stops = new ArrayList<>();
        for (ChildProcess service : services.all()) {
            stops.add(() -> service.stop(GRACE));
        }
        stops.add(keycloak::stop);
        Together.run(stops);
        postgres.stop();
        processes.end();
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    boolean isStopped() {
        return stopped.get();
    }

    /** Ends a service at once, as a crash or a lost machine would. */
    public void kill(WaymarkService service) {
        services.kill(service);
    }

    /** Starts a service again, ending it in order first if it still runs; returns when it is ready. */
    public void restart(WaymarkService service) throws IOException {
        services.stop(service);
        services.start(service, environment(service));
        services.awaitReady(service);
    }

    /** The services that have ended by themselves. */
    List<WaymarkService> dead() {
        return services.dead();
    }

    public URI gateway() {
        return address(WaymarkService.GATEWAY);
    }

    public URI address(WaymarkService service) {
        return settings.ports().of(service).address();
    }

    public URI issuer() {
        return settings.ports().issuer();
    }

    public Tokens tokens() {
        return tokens;
    }

    public Realm realm() {
        return realm;
    }

    public SandboxSettings settings() {
        return settings;
    }

    /** A connection to a service's database as one of its three roles. */
    public Connection connect(WaymarkService service, DatabaseRole role) throws SQLException {
        return DriverManager.getConnection(
                PostgresServer.url(settings.ports().postgres(), service),
                role.user(service),
                role.password(service, secrets));
    }
}
