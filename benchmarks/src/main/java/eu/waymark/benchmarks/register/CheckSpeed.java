package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.identity.Importing;
import eu.waymark.benchmarks.identity.People;
import eu.waymark.benchmarks.identity.SearchRuns;
import eu.waymark.benchmarks.matching.Goals;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.benchmarks.service.Measuring;
import eu.waymark.benchmarks.service.Measuring.Load;
import eu.waymark.benchmarks.service.ServiceProcess;
import eu.waymark.benchmarks.service.Services;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the one question is answered by the packaged gateway, register and identity together. */
@Command(
        name = "check-speed",
        mixinStandardHelpOptions = true,
        description = "Imports invented people, enters some of them, and asks whether they are known to be at risk.")
public final class CheckSpeed implements Callable<Integer> {

    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(15);

    @Option(names = "--people", description = "people to import (default: ${DEFAULT-VALUE})")
    private int people = 20_000;

    @Option(names = "--entries", description = "how many of them are entered (default: ${DEFAULT-VALUE})")
    private int entries = 4_000;

    @Option(names = "--rate", description = "checks a second (default: ${DEFAULT-VALUE})")
    private int rate = 30;

    @Option(names = "--seconds", description = "of the measurement (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "seconds before it (default: ${DEFAULT-VALUE})")
    private int warmUp = 90;

    @Option(names = "--index", description = "where identity looks: database or memory (default: ${DEFAULT-VALUE})")
    private String index = "database";

    @Option(
            names = "--searches",
            description =
                    "measure searches too, among the same people, and private queries where the index is in memory")
    private boolean searches;

    @Option(names = "--search-warm-up", description = "seconds before each kind of them (default: ${DEFAULT-VALUE})")
    private int searchWarmUp = 60;

    @Option(names = "--project", required = true, description = "where the packaged services are")
    private Path project = Path.of("");

    @Option(names = "--folder", required = true, description = "an empty folder for the databases, some GB")
    private Path folder = Path.of("");

    @Option(names = "--service-option", description = "of the JVM of each service, for a profiler")
    private List<String> serviceOptions = new ArrayList<>();

    @Option(names = "--statements", description = "tell which statements took longest")
    private boolean statements;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Asking asking = new Asking();
    private final Goals goals = new Goals();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CheckSpeed()).execute(arguments));
    }

    /** Exit code 0: every goal reached; 1: some not. */
    @Override
    public Integer call() throws Exception {
        var file = folder.resolve("people.ndjson");
        new People(people).write(file);
        try (var issuer = new Issuer();
                var database =
                        DurableDatabase.start(folder.resolve("database"), Services.IDENTITY, Services.REGISTER)) {
            var services = new Services(project, folder, database, issuer, serviceOptions);
            try (var identity = services.identity("database")) {
                imported(identity, file, issuer);
            }
            var runs = new SearchRuns(asking, issuer, goals, out, new People(people));
            try (var identity = services.identity(index)) {
                try (var register = services.register(identity.address(), Services.REGISTER)) {
                    entered(new Entered(database));
                    if (index.equals("memory") && !runs.isFilled(identity)) {
                        return 1;
                    }
                    database.settle();
                    try (var gateway = services.gateway(addresses(identity.address(), register.address()))) {
                        measure(gateway, identity, register, database, new Checks(new People(people), issuer));
                    }
                }
                if (searches) {
                    measureSearches(runs, services, identity, database);
                }
            }
        }
        out.println(goals.table());
        return goals.reached() ? 0 : 1;
    }

    private void measureSearches(SearchRuns runs, Services services, ServiceProcess identity, DurableDatabase database)
            throws Exception {
        var measuring =
                new Measuring(asking, database, Duration.ofSeconds(searchWarmUp), Duration.ofSeconds(seconds), out);
        runs.throughGateway(measuring, services, identity, index);
        if (index.equals("memory")) {
            runs.inMemory(measuring, identity);
        }
    }

    private static Map<String, URI> addresses(URI identity, URI register) {
        return Map.of(Services.IDENTITY, identity, Services.REGISTER, register);
    }

    private void imported(ServiceProcess identity, Path file, Issuer issuer) throws Exception {
        var imported = new Importing(asking, issuer, out).take(identity.address(), file, LONGEST_IMPORT);
        if (imported.people() < people) {
            throw new IllegalStateException("Only %,d were imported in time".formatted(imported.people()));
        }
    }

    private void entered(Entered entered) throws SQLException {
        long began = System.nanoTime();
        entered.directory();
        entered.children(entries);
        out.printf(
                "%,d people imported, %,d of them entered in %.0f s%n",
                people, entries, (System.nanoTime() - began) / 1e9);
    }

    private void measure(
            ServiceProcess gateway,
            ServiceProcess identity,
            ServiceProcess register,
            DurableDatabase database,
            Checks checks)
            throws Exception {
        var times = new Measuring(asking, database, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), out)
                .run(
                        new Load("check through the gateway", rate, 2, 200, () -> checks.next(gateway.address())),
                        gateway,
                        register,
                        identity);
        if (statements) {
            database.statements().forEach(out::println);
        }
        goals.atMost(40, times.millis(50), "check through the gateway at %d/s, p50, ms".formatted(rate));
        goals.atMost(200, times.millis(99), "check through the gateway at %d/s, p99, ms".formatted(rate));
    }
}
