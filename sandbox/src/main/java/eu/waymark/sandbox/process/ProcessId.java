package eu.waymark.sandbox.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be known again. Numbers are reused by the operating system, so the start time belongs to it.
 *
 * @param pid the number
 * @param startedAt when it started, in milliseconds since 1970; 0 where the system does not tell
 */
public record ProcessId(long pid, long startedAt) {

    // The start time is derived from the boot time, which moves a little when the clock is corrected.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    /** The process itself, if it is the same one and alive. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedAt) <= TOLERANCE.toMillis());
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
