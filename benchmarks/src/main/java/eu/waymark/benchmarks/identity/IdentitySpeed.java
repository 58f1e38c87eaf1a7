package eu.waymark.benchmarks.identity;

import eu.waymark.benchmarks.matching.Goals;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.benchmarks.service.Measuring;
import eu.waymark.benchmarks.service.Measuring.Load;
import eu.waymark.benchmarks.service.ServiceProcess;
import eu.waymark.benchmarks.service.Services;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the packaged identity service imports and finds people, each figure beside its goal. */
@Command(
        name = "identity-speed",
        mixinStandardHelpOptions = true,
        description =
                "Imports invented people and asks for them, over HTTP with tokens, encryption and durable events.")
public final class IdentitySpeed implements Callable<Integer> {

    private static final Duration FILLED = Duration.ofMinutes(8);

    @Option(names = "--people", description = "people to import (default: ${DEFAULT-VALUE})")
    private int people = 20_000;

    @Option(names = "--seconds", description = "of each measurement (default: ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "seconds before each (default: ${DEFAULT-VALUE})")
    private int warmUp = 60;

    @Option(
            names = "--import-minutes",
            description = "after which the import ends, and all else is among those who were taken (default:"
                    + " ${DEFAULT-VALUE})")
    private int importMinutes = 10;

    @Option(names = "--project", required = true, description = "where the packaged services are")
    private Path project = Path.of("");

    @Option(names = "--folder", required = true, description = "an empty folder for the database, some GB")
    private Path folder = Path.of("");

    @Option(names = "--service-option", description = "of the JVM of each service, for a profiler")
    private List<String> serviceOptions = new ArrayList<>();

    @Option(names = "--statements", description = "tell which statements took longest")
    private boolean statements;

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Asking asking = new Asking();
    private final Goals goals = new Goals();
    private @Nullable DurableDatabase database;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdentitySpeed()).execute(arguments));
    }

    /** Exit code 0: every goal reached; 1: some not. */
    @Override
    public Integer call() throws Exception {
        var file = folder.resolve("people.ndjson");
        new People(people).write(file);
        out.printf("%,d people invented%n", people);
        try (var issuer = new Issuer();
                var server = DurableDatabase.start(folder.resolve("database"), Services.IDENTITY)) {
            database = server;
            var services = new Services(project, folder, server, issuer, serviceOptions);
            People known;
            try (var identity = services.identity("database")) {
                known = imported(identity, file, issuer);
                inDatabase(services, identity, new Searches(known, issuer));
                used("searches", identity);
            }
            try (var identity = services.identity("memory")) {
                inMemory(identity, known, issuer);
                used("index in memory", identity);
            }
        }
        out.println(goals.table());
        return goals.reached() ? 0 : 1;
    }

    private People imported(ServiceProcess identity, Path file, Issuer issuer) throws Exception {
        var imported =
                new Importing(asking, issuer, out).take(identity.address(), file, Duration.ofMinutes(importMinutes));
        goals.atLeast(2_000, imported.aSecond(), "records imported a second, %,d".formatted(imported.people()));
        used("import", identity);
        database().settle();
        return new People(imported.people());
    }

    private void inDatabase(Services services, ServiceProcess identity, Searches searches) throws Exception {
        try (var gateway = services.gateway(Map.of(Services.IDENTITY, identity.address()))) {
            var through = measuring().run(load("search through the gateway", 50, gateway, searches), identity);
            goals.atMost(25, through.millis(50), "search through the gateway at 50/s, p50, ms");
            goals.atMost(100, through.millis(99), "search through the gateway at 50/s, p99, ms");
        }
        measuring().run(load("search without the gateway", 50, identity, searches), identity);
    }

    private void inMemory(ServiceProcess identity, People crowd, Issuer issuer) throws Exception {
        var searches = new Searches(crowd, issuer);
        var encoder = new ClkEncoder(ClkKey.of(Services.CLK_KEY, Services.EPOCH));
        var queries = new PrivateQueries(crowd, issuer, encoder, Services.EPOCH, identity.address());
        if (!isFilled(queries)) {
            goals.atMost(0, Double.POSITIVE_INFINITY, "memory not filled within " + FILLED);
            return;
        }
        var alone = measuring().run(load("search, index in memory", 200, identity, searches), identity);
        goals.atMost(10, alone.millis(99), "search of the service alone at 200/s, memory, p99, ms");
        measuring().run(new Load("private query, its wait included", 20, 8, 200, queries::next), identity);
        goals.atMost(50, work(identity), "private query, its work without the wait, p99, ms");
    }

    private static Load load(String what, int aSecond, ServiceProcess asked, Searches searches) {
        return new Load(what, aSecond, 2, 201, () -> searches.next(asked.address()));
    }

    /** A question is answered once all people are in memory. */
    private boolean isFilled(PrivateQueries queries) throws InterruptedException {
        long began = System.nanoTime();
        while (asking.status(queries.next()) != 200) {
            if (System.nanoTime() - began > FILLED.toNanos()) {
                return false;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        out.printf("memory filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
        return true;
    }

    private void used(String what, ServiceProcess identity) throws IOException, SQLException {
        if (statements) {
            database().statements().forEach(out::println);
        }
        out.printf(
                "after %s: processor seconds of the service %.1f, of PostgreSQL %.1f%n",
                what, identity.processorSeconds(), database().processorSeconds());
    }

    private DurableDatabase database() {
        return Objects.requireNonNull(database);
    }

    private Measuring measuring() {
        return new Measuring(asking, database(), Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), out);
    }

    private double work(ServiceProcess identity) throws Exception {
        var metrics = asking.send(
                HttpRequest.newBuilder(identity.management().resolve("/q/metrics"))
                        .build(),
                200);
        var line = Pattern.compile("waymark_private_query_work_seconds\\{.*quantile=\"0.99\".*} (\\S+)")
                .matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("The service does not tell what private queries cost");
        }
        return 1e3 * Double.parseDouble(Objects.requireNonNull(line.group(1)));
    }
}
