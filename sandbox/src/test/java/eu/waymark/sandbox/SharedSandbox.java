package eu.waymark.sandbox;

import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.setup.Progress;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * One sandbox for all integration tests of a run, started as far as the first test needs it and stopped when the test
 * run ends, however it ends.
 */
public final class SharedSandbox {

    private static @Nullable Sandbox sandbox;
    private static boolean servicesStarted;

    private SharedSandbox() {}

    /** PostgreSQL and Keycloak. */
    public static synchronized Sandbox foundation() {
        try {
            if (sandbox == null) {
                Sandbox fresh = Sandbox.prepare(settings(), Progress.silent(), Clock.systemUTC());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(fresh), "stop"));
                sandbox = fresh;
                fresh.startFoundation();
            }
            if (sandbox.isStopped()) {
                throw new IllegalStateException("The shared sandbox did not start: see the first failure of this run");
            }
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * As an operator may set them: what is due is looked for each few seconds, so that no journey waits an hour for it, and
     * the one practitioner of Kent may search for the children of all journeys, more than a person has to do with in a
     * minute. What one person may ask the register in a minute stays as it is.
     */
    private static SandboxSettings settings() throws IOException {
        return SandboxSettings.forTests(ProjectLayout.find())
                .with(WaymarkService.REGISTER, "WAYMARK_REGISTER_TRAVEL_FLAGS_WATCHED", "2s")
                .with(WaymarkService.REGISTER, "WAYMARK_REGISTER_EXCLUSION_ALARMS", "2s")
                .with(WaymarkService.IDENTITY, "WAYMARK_SEARCH_PER_MINUTE", "120");
    }

    /** The services too. */
    public static synchronized Sandbox complete() {
        try {
            Sandbox running = foundation();
            if (!servicesStarted) {
                running.startServices();
                servicesStarted = true;
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String clientSecret(String client) throws IOException {
        return Realm.clientSecret(client, Secrets.open(foundation().settings().state()));
    }

    private static void stop(Sandbox stopping) {
        try {
            stopping.stop();
            // The logs are worth keeping: why a test failed may stand there and nowhere else.
            StateDirectory state = stopping.settings().state();
            StateDirectory.delete(state.postgres());
            StateDirectory.delete(state.keycloakData());
            StateDirectory.delete(state.secretsFile());
            StateDirectory.delete(state.sandboxFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
