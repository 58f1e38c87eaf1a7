package eu.waymark.sandbox;

import eu.waymark.sandbox.postgres.PostgresServer;
import eu.waymark.sandbox.process.Leftovers;
import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the state directory tells of the launcher that used it last: it may still run, or have left processes behind. */
final class LastRun {

    private static final Duration STOP = Duration.ofSeconds(90);

    private final StateDirectory state;

    LastRun(StateDirectory state) {
        this.state = state;
    }

    /** The record, if that launcher is alive. */
    Optional<ProcessTable> alive() throws IOException {
        return ProcessTable.read(state.pidsFile())
                .filter(table -> table.launcher().find().isPresent());
    }

    /** Stops the launcher, which stops its processes, and ends whatever it left; says whether there was anything. */
    boolean stop() throws IOException {
        Optional<ProcessTable> running = alive();
        running.flatMap(table -> table.launcher().find()).ifPresent(LastRun::stop);
        return !endLeftovers().isEmpty() || running.isPresent();
    }

    private static void stop(ProcessHandle launcher) {
        launcher.destroy();
        if (!Waiting.until(STOP, () -> !launcher.isAlive())) {
            launcher.destroyForcibly();
            if (!Waiting.until(STOP, () -> !launcher.isAlive())) {
                throw new SandboxProblem("The running sandbox (process %d) cannot be ended".formatted(launcher.pid()));
            }
        }
    }

    /** Ends the processes of a launcher that is gone; their names are returned. */
    List<String> endLeftovers() throws IOException {
        Optional<ProcessTable> table = ProcessTable.read(state.pidsFile());
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> ended = Leftovers.end(table.get(), PostgresServer.NAME);
        Files.deleteIfExists(state.pidsFile());
        return ended;
    }
}
