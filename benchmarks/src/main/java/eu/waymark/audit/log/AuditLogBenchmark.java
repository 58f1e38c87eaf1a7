package eu.waymark.audit.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the audit log does in a second on this machine, with what it is measured against in the same run. */
@Command(
        name = "audit-log",
        mixinStandardHelpOptions = true,
        description = "Measures the audit log on this machine: loopback only, bounded in count and time.")
public final class AuditLogBenchmark implements Callable<Integer> {

    @Option(
            names = "--folder",
            required = true,
            description = "an empty folder for databases, some GB; emptied afterwards")
    private Path folder = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AuditLogBenchmark()).execute(arguments));
    }

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        var medians = AppendRate.measure(folder.resolve("append"));
        var plain = medians.entrySet().stream()
                .filter(rate -> rate.getKey().startsWith("insert"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        medians.forEach((what, rate) -> out.printf("%-38s %,9.0f/s  %.2f%n", what, rate, rate / plain));
        out.printf(
                "the guard costs an audited read %.0f %% of its speed%n",
                100 * GuardCost.measure(folder.resolve("guard")));
        return 0;
    }
}
