package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What a process and all below it have used of the processors, those that have ended too. Linux tells; elsewhere nothing. */
final class ProcessorTime {

    /** Fields of /proc/PID/stat after the name: user and system, of the process and of its children that have ended. */
    private static final int[] TICKS = {11, 12, 13, 14};

    /** The field of /proc/stat, after the name. */
    private static final int STOLEN = 8;

    private static final long TICKS_PER_SECOND = 100;

    private ProcessorTime() {}

    /** What the host of a virtual machine has given to others while something here waited for a processor. */
    static Duration stolen() {
        try {
            var all =
                    Files.readString(Path.of("/proc/stat")).lines().findFirst().orElseThrow();
            return duration(Long.parseLong(all.split(" +")[STOLEN]));
        } catch (IOException notTold) {
            return Duration.ZERO;
        }
    }

    static Duration of(ProcessHandle root) {
        var ticks = Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(process -> ticks(process.pid()))
                .sum();
        return duration(ticks);
    }

    private static Duration duration(long ticks) {
        return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
    }

    private static long ticks(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var sum = 0L;
            for (var field : TICKS) {
                sum += Long.parseLong(fields[field]);
            }
            return sum;
        } catch (IOException ended) {
            return 0;
        }
    }
}
