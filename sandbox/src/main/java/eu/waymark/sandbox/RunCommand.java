package eu.waymark.sandbox;

import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Start Waymark with everything it needs on this machine; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final int MOST_CHILDREN = 1_000_000;

    @Option(names = "--detach", description = "return when everything is ready; ./run stop ends it")
    private boolean detach;

    @Option(names = "--fresh", description = "stop what runs, forget all state and start anew")
    private boolean fresh;

    @Option(names = "--children", paramLabel = "N", description = "how many synthetic children (default: 2000)")
    private int children = 2000;

    @Option(names = "--seed", paramLabel = "N", description = "the seed of the synthetic people (default: 20261122)")
    private long seed = 20261122;

    @Mixin
    private StateOption options = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (children < 0 || children > MOST_CHILDREN) {
            throw new SandboxProblem("--children must be a number from 0 to " + MOST_CHILDREN);
        }
        PrintWriter out = spec.commandLine().getOut();
        StateDirectory state = options.state();
        LastRun last = new LastRun(state);
        if (fresh) {
            if (last.stop()) {
                out.println("Stopped the running sandbox.");
            }
            state.wipe();
        }
        Optional<ProcessTable> running = last.alive();
        if (running.isPresent()) {
            return alreadyRunning(out, state, running.get());
        }
        return detach
                ? new DetachedRun(options.path(), children, seed, out).start()
                : new ForegroundRun(options.path(), children, seed, out).start();
    }

    private static int alreadyRunning(PrintWriter out, StateDirectory state, ProcessTable running) throws IOException {
        out.printf(
                "Waymark %s (process %d); ./run stop ends it.%n",
                running.ready() ? "is already running" : "is being started already",
                running.launcher().pid());
        Optional<AddressBook> book = running.ready() ? AddressBook.read(state) : Optional.empty();
        book.ifPresent(known -> Summary.print(out, known, state));
        return 0;
    }
}
