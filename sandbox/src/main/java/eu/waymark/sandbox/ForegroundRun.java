package eu.waymark.sandbox;

import eu.waymark.sandbox.load.Loader;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Starts the sandbox and stays with it until Ctrl-C or {@code ./run stop}. */
final class ForegroundRun {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Path stateDirectory;
    private final int children;
    private final long seed;
    private final PrintWriter out;

    ForegroundRun(Path stateDirectory, int children, long seed, PrintWriter out) {
        this.stateDirectory = stateDirectory;
        this.children = children;
        this.seed = seed;
        this.out = out;
    }

    int start() throws IOException {
        SandboxSettings settings = SandboxSettings.standard(ProjectLayout.find(), stateDirectory);
        ConsoleProgress progress = new ConsoleProgress(out);
        Sandbox sandbox = Sandbox.prepare(settings, progress, Clock.systemUTC());
        Thread stop = new Thread(() -> stop(sandbox), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        sandbox.requireBuilt();
        progress.step("Starting PostgreSQL and Keycloak");
        sandbox.startFoundation();
        progress.step("Starting the services");
        sandbox.startServices();
        load(sandbox, progress);
        Summary.print(out, AddressBook.read(settings.state()).orElseThrow(), settings.state());
        // Last: a launcher in the foreground of this one shows what is said until then.
        sandbox.announceReady();
        watch(sandbox);
        return 0;
    }

    private void load(Sandbox sandbox, ConsoleProgress progress) throws IOException {
        progress.step("Looking for the children");
        Loader loader = new Loader(
                sandbox.gateway(), sandbox.tokens(), sandbox.settings().state());
        boolean loaded = loader.load(seed, children, ProgressBar.on(out));
        progress.step(loaded ? "The children are loaded" : "The children are there already");
    }

    private void stop(Sandbox sandbox) {
        try {
            if (!sandbox.isStopped()) {
                out.println("Stopping ...");
                sandbox.stop();
            }
        } catch (IOException e) {
            out.println("Not everything could be stopped: " + e);
        }
    }

    /** Says once when a service ends by itself; the others go on, as they would in a cluster. */
    private void watch(Sandbox sandbox) {
        Set<WaymarkService> known = EnumSet.noneOf(WaymarkService.class);
        while (!sandbox.isStopped()) {
            for (WaymarkService service : sandbox.dead()) {
                if (known.add(service) && !sandbox.isStopped()) {
                    out.printf(
                            "%s has ended by itself; its last words are at the end of %s%n",
                            service.module(), sandbox.settings().state().log(service.module()));
                }
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
