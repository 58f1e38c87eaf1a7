package eu.waymark.sandbox;

import eu.waymark.sandbox.process.OwnSession;
import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.JavaProgram;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Starts a launcher in the background, shows what it says until it is ready, and leaves it alone. */
final class DetachedRun {

    private static final Duration PATIENCE = Duration.ofHours(2);

    private final StateDirectory state;
    private final int children;
    private final long seed;
    private final PrintWriter out;

    DetachedRun(Path stateDirectory, int children, long seed, PrintWriter out) {
        this.state = new StateDirectory(stateDirectory);
        this.children = children;
        this.seed = seed;
        this.out = out;
    }

    int start() throws IOException {
        state.create();
        // Beside the logs, not among them: the launcher puts those of the last run aside.
        Path log = state.root().resolve("run.log");
        Files.writeString(log, "");
        Process launcher = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .start();
        Thread interrupted = new Thread(launcher::destroy, "ctrl-c");
        Runtime.getRuntime().addShutdownHook(interrupted);
        LogTail tail = new LogTail(log, out);
        boolean over = Waiting.until(PATIENCE, () -> tail.copy() && (!launcher.isAlive() || isReady(launcher)));
        tail.copy();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        if (!over) {
            throw new SandboxProblem("Still not ready; see " + log);
        }
        return launcher.isAlive() ? 0 : 1;
    }

    private boolean isReady(Process launcher) {
        try {
            return ProcessTable.read(state.pidsFile())
                    .filter(table -> table.launcher().pid() == launcher.pid() && table.ready())
                    .isPresent();
        } catch (IOException e) {
            throw new SandboxProblem("Cannot read " + state.pidsFile(), e);
        }
    }

    private List<String> command() {
        List<String> java = Stream.concat(
                        Stream.of(
                                JavaProgram.path(),
                                "-Dwaymark.home=" + ProjectLayout.find().root()),
                        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(argument -> argument.startsWith("-X")))
                .toList();
        List<String> program = List.of(
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                Main.class.getName(),
                "--state-dir=" + state.root(),
                "--children=" + children,
                "--seed=" + seed);
        return Stream.of(OwnSession.lasting(), java, program)
                .flatMap(List::stream)
                .toList();
    }
}
