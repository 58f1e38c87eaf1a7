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

    @Option(names = "--rounds", defaultValue = "5", description = "how often the rates are measured; the medians count")
    private int rounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AuditLogBenchmark()).execute(arguments));
    }

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        var measured = AppendRate.measure(folder.resolve("append"), rounds);
        appends(measured.medians());
        checks(measured.checked());
        guard(GuardCost.measure(folder.resolve("guard")));
        return 0;
    }

    private void appends(Map<String, Double> medians) {
        var plain = medians.entrySet().stream()
                .filter(rate -> rate.getKey().startsWith("insert"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        medians.forEach((what, rate) -> out.printf("%-38s %,9.0f/s  %.2f%n", what, rate, rate / plain));
        judge(
                "durable appends beside single-row inserts, 2.0",
                medians.getOrDefault(AppendRate.APPEND, 0.0) >= 2 * plain);
        judge(
                "the same with the read model, 1.5",
                medians.getOrDefault(AppendRate.APPEND_AND_SEARCH, 0.0) >= 1.5 * plain);
    }

    private void checks(VerifyRate.Rates rates) {
        out.printf("log-verifier verify --entries, from files: %,.0f leaves/s%n", rates.verifier());
        judge("150,000 leaves/s", rates.verifier() >= 150_000);
        out.printf("review of the tree from the database:      %,.0f leaves/s%n", rates.review());
        judge("150,000 leaves/s", rates.review() >= 150_000);
    }

    private void guard(double cost) {
        out.printf("the guard costs an audited read, of one row by plain JDBC, %.1f %%%n", 100 * cost);
        judge("at most 15 %", cost <= 0.15);
    }

    private void judge(String goal, boolean reached) {
        out.printf("  goal: %s: %s%n", goal, reached ? "reached" : "NOT REACHED");
    }
}
