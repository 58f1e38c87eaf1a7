package eu.waymark.sandbox.process;

import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Starts child processes and keeps the record of them; safe for several threads. */
public final class Processes {

    private final StateDirectory state;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean refusing;
    private ProcessTable table = new ProcessTable(ProcessId.of(ProcessHandle.current()), false, Map.of());

    public Processes(StateDirectory state) {
        this.state = state;
    }

    /** Claims the state directory for this launcher. */
    public void begin() throws IOException {
        lock.lock();
        try {
            table.write(state.pidsFile());
        } finally {
            lock.unlock();
        }
    }

    /** Records that everything is up. */
    public void ready() throws IOException {
        lock.lock();
        try {
            table = table.asReady();
            table.write(state.pidsFile());
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing is started: the sandbox is being stopped, perhaps in the middle of its start. */
    public void refuse() {
        lock.lock();
        try {
            refusing = true;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the processes, all of which have ended. */
    public void end() throws IOException {
        lock.lock();
        try {
            table = new ProcessTable(table.launcher(), false, Map.of());
            Files.deleteIfExists(state.pidsFile());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Starts a process whose output goes to the log of that name.
     *
     * @param environment is added to the launcher's own, from which everything that would configure a part is removed
     */
    public ChildProcess start(String name, List<String> command, Map<String, String> environment) throws IOException {
        Path log = state.log(name);
        lock.lock();
        try {
            if (refusing) {
                throw new SandboxProblem(name + " is not started: the sandbox is being stopped");
            }
            ChildProcess child = ChildProcess.start(name, command, environment, log);
            table = table.with(name, child.id());
            table.write(state.pidsFile());
            return child;
        } finally {
            lock.unlock();
        }
    }
}
