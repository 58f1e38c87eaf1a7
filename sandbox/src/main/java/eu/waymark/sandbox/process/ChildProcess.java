package eu.waymark.sandbox.process;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One running part of the sandbox. */
public final class ChildProcess {

    private static final List<String> CONFIGURATION =
            List.of("QUARKUS_", "WAYMARK_", "KC_", "KEYCLOAK_", "PG", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final String name;
    private final Process process;
    private final ProcessId id;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.id = ProcessId.of(process.toHandle());
        this.log = log;
    }

    static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        List<String> detached = new ArrayList<>(OwnSession.prefix());
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(ChildProcess::configuresAPart);
        builder.environment().putAll(environment);
        return new ChildProcess(name, builder.start(), log);
    }

    private static boolean configuresAPart(String variable) {
        return CONFIGURATION.stream().anyMatch(variable::startsWith);
    }

    public String name() {
        return name;
    }

    public ProcessId id() {
        return id;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end, and ends it when the grace is over. */
    public void stop(Duration grace) {
        process.destroy();
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Like {@link #stop}, with SIGINT: what PostgreSQL takes for "now, but in order, whoever is connected". */
    public void interrupt(Duration grace) throws IOException {
        // The shell's own kill, since a minimal machine may have no program of that name.
        Process sent = new ProcessBuilder("/bin/sh", "-c", "kill -INT " + id.pid()).start();
        if (!endsWithin(grace)) {
            sent.destroy();
            kill();
        }
    }

    /** Ends the process at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(Duration.ofSeconds(10))) {
            throw new SandboxProblem("%s (process %d) cannot be ended".formatted(name, id.pid()));
        }
    }

    /** Waits for the end. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Whether the process has ended, and well. */
    public boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    /** @throws SandboxProblem when the process has ended, naming its log */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new SandboxProblem(
                    "%s stopped while it was starting (exit code %d); its last words are at the end of %s"
                            .formatted(name, process.exitValue(), log));
        }
    }
}
