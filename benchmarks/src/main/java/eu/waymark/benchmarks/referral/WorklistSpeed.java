package eu.waymark.benchmarks.referral;

import eu.waymark.benchmarks.matching.Goals;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.benchmarks.service.Measuring;
import eu.waymark.benchmarks.service.Measuring.Load;
import eu.waymark.benchmarks.service.Services;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the packaged referral service shows and counts what lies on a desk with a hundred thousand open items. */
@Command(
        name = "worklist-speed",
        mixinStandardHelpOptions = true,
        description = "Fills a desk and asks for pages of its worklist, and for its counts.")
public final class WorklistSpeed implements Callable<Integer> {

    @Option(names = "--items", description = "open items on the desk (default: ${DEFAULT-VALUE})")
    private int items = 100_000;

    @Option(names = "--rate", description = "questions a second (default: ${DEFAULT-VALUE})")
    private int rate = 20;

    @Option(names = "--seconds", description = "of each measurement (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "seconds before each (default: ${DEFAULT-VALUE})")
    private int warmUp = 60;

    @Option(names = "--project", required = true, description = "where the packaged service is")
    private Path project = Path.of("");

    @Option(names = "--folder", required = true, description = "an empty folder for the database")
    private Path folder = Path.of("");

    @Option(names = "--service-option", description = "of the JVM of the service, for a profiler")
    private List<String> serviceOptions = new ArrayList<>();

    @Option(names = "--statements", description = "tell which statements took longest")
    private boolean statements;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Asking asking = new Asking();
    private final Goals goals = new Goals();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WorklistSpeed()).execute(arguments));
    }

    /** Exit code 0: every goal reached; 1: some not. */
    @Override
    public Integer call() throws Exception {
        try (var issuer = new Issuer();
                var database = DurableDatabase.start(folder.resolve("database"), Services.REFERRAL);
                var referral = new Services(project, folder, database, issuer, serviceOptions).referral()) {
            FullDesk.fill(database, items);
            out.printf("%,d open items on the desk, as many on another one of the agency%n", items);
            var glances = new Glances(referral.address(), issuer);
            var measuring =
                    new Measuring(asking, database, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), out);
            var pages = measuring.run(new Load("page of 50", rate, 2, 200, glances::page), referral);
            var counts = measuring.run(new Load("counts", rate, 2, 200, glances::counts), referral);
            if (statements) {
                database.statements().forEach(out::println);
            }
            goals.atMost(50, pages.millis(99), "page of 50 at %d/s, p99, ms".formatted(rate));
            goals.atMost(50, counts.millis(99), "counts at %d/s, p99, ms".formatted(rate));
        }
        out.println(goals.table());
        return goals.reached() ? 0 : 1;
    }
}
