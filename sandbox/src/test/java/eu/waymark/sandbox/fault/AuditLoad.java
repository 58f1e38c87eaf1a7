package eu.waymark.sandbox.fault;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the packaged audit service does over HTTP: appends in batches with three witnesses at work, then proofs and looks in
 * a log of many leaves, then what the guard costs. Not part of any test run; {@code benchmarks/audit-log} starts it. Loopback
 * only, bounded. The property {@code waymark.load.parts} names some of the parts.
 */
final class AuditLoad {

    private static final List<String> PARTS = List.of(
            System.getProperty("waymark.load.parts", "appends,looks,guard").split(","));
    /** What docs/runbook.md recommends for the audit service's PostgreSQL, for a small server. */
    private static final Map<String, String> TUNING = Map.of(
            "shared_buffers", "1GB",
            "wal_buffers", "64MB",
            "min_wal_size", "2GB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "15min");

    /** Such as those of a flight recorder. */
    private static final String MORE = System.getProperty("waymark.load.jvm", "");

    private AuditLoad() {}

    public static void main(String[] arguments) throws Exception {
        var out = System.out;
        var bench = FaultBench.start(TUNING);
        if (PARTS.contains("appends")) {
            new AppendLoad(bench, out).run();
        }
        if (PARTS.contains("looks")) {
            new LookLoad(bench, out).run();
        }
        if (PARTS.contains("guard")) {
            new GuardLoad(bench, out).run();
        }
        System.exit(0);
    }

    /** With the better compiler, which the tests do without. */
    static String[] production() {
        return Stream.concat(
                        Stream.of("-Xmx512m", "-XX:TieredStopAtLevel=4"),
                        Stream.of(MORE.split(" ")).filter(option -> !option.isBlank()))
                .toArray(String[]::new);
    }

    static void judge(PrintStream out, String goal, boolean reached) {
        out.printf("  goal: %s: %s%n", goal, reached ? "reached" : "NOT REACHED");
    }
}
