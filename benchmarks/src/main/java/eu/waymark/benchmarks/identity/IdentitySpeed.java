package eu.waymark.benchmarks.identity;

import eu.waymark.benchmarks.matching.Goals;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.benchmarks.service.Measuring;
import eu.waymark.benchmarks.service.ServiceProcess;
import eu.waymark.benchmarks.service.Services;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
            SearchRuns runs;
            try (var identity = services.identity("database")) {
                runs = new SearchRuns(asking, issuer, goals, out, imported(identity, file, issuer));
                runs.throughGateway(measuring(), services, identity, "PostgreSQL");
                runs.withoutGateway(measuring(), identity);
                used("searches", identity);
            }
            try (var identity = services.identity("memory")) {
                if (runs.isFilled(identity)) {
                    runs.throughGateway(measuring(), services, identity, "memory");
                    runs.inMemory(measuring(), identity);
                }
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
}
