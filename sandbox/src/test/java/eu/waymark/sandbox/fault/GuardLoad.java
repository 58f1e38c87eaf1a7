package eu.waymark.sandbox.fault;

import eu.waymark.sandbox.process.HttpProbe;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.JavaProgram;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the audit guard costs those who read: a person record from the identity service over HTTP, token checked, names
 * decrypted, event written. Beside it the same service with bare views, a guard that always says yes, and a permit that
 * writes nothing; its round trip stays. The pairs alternate; what counts is the median of their ratios.
 */
final class GuardLoad {

    private static final String PERSONS = "/api/identity/v1/persons";
    private static final int READERS = 8;
    private static final int PAIRS = 9;
    /** Until the compiler has seen what it must. */
    private static final int WARM = 3;

    private static final Duration ROUND = Duration.ofMillis(1_500);
    private static final Duration START = Duration.ofSeconds(120);

    /** The guarded functions as they are, then as they would be if nothing were guarded. */
    private static final String BARE = """
            create or replace function audit_guard() returns boolean language sql immutable as 'select true';
            create or replace function audit_open_permit() returns void language plpgsql security definer as 'begin end';
            alter table audit_outbox disable trigger audit_close_permit""";

    private final FaultBench bench;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    GuardLoad(FaultBench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
        this.token = bench.issuer().person("ana", "XX-CP", "practitioner", "CP-ASSESS");
    }

    void run() throws Exception {
        var listener = bench.listener(WaymarkService.IDENTITY);
        var command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(bench.jvmOptions());
        command.addAll(List.of(AuditLoad.production()));
        command.addAll(AuditProcess.NO_TOKENS);
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                bench.project().serviceJar(WaymarkService.IDENTITY).toString()));
        var process = bench.start("identity-guard", command, bench.environment(WaymarkService.IDENTITY));
        var health = listener.managementAddress().resolve("/q/health/live");
        if (!Waiting.until(START, () -> !process.isAlive() || HttpProbe.ok(health))) {
            throw new IllegalStateException("The identity service does not start; see " + process.log());
        }
        measure(record());
        process.stop(Duration.ofSeconds(10));
    }

    private void measure(String person) throws SQLException, InterruptedException {
        var guarded = definitions();
        var lost = new ArrayList<Double>();
        for (var pair = 1 - WARM; pair <= PAIRS; pair++) {
            var with = reads(person);
            execute(BARE);
            var without = reads(person);
            execute(guarded);
            if (pair > 0) {
                lost.add(1 - with / without);
            }
            System.err.printf("pair %d: guarded %,.0f reads/s, bare %,.0f reads/s%n", pair, with, without);
        }
        var median = lost.stream().sorted().toList().get(PAIRS / 2);
        out.printf("the guard costs an audited read, of a person over HTTP, %.1f %%%n", 100 * median);
        AuditLoad.judge(out, "at most 15 %", median <= .15);
    }

    private String definitions() throws SQLException {
        var text = new StringBuilder("alter table audit_outbox enable trigger audit_close_permit");
        try (var connection = bench.superuser("identity");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_get_functiondef(oid) from pg_proc"
                        + " where proname in ('audit_guard', 'audit_open_permit')")) {
            while (rows.next()) {
                text.append(";\n").append(rows.getString(1));
            }
        }
        return text.toString();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = bench.superuser("identity");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private double reads(String person) throws InterruptedException {
        var done = new LongAdder();
        var begin = System.nanoTime();
        var until = begin + ROUND.toNanos();
        Callable<Void> reader = () -> {
            while (System.nanoTime() < until) {
                send(request(PERSONS + "/" + person).build(), 200);
                done.increment();
            }
            return null;
        };
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            for (var finished : readers.invokeAll(Collections.nCopies(READERS, reader))) {
                finished.resultNow();
            }
        }
        return done.sum() * 1e9 / (System.nanoTime() - begin);
    }

    /** An invented child, searched for first, as must be. */
    private String record() throws IOException, InterruptedException {
        var child = Map.<String, Object>of(
                "names", List.of(Map.of("given", "Milena", "family", "Horvat")),
                "births", List.of("2014-05-03"),
                "sex", 2,
                "nationalities", List.of("HR"));
        var search = post("/api/identity/v1/searches", child);
        var known = new HashMap<>(child);
        known.put("searchId", search);
        return post(PERSONS, known);
    }

    private String post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        var answer = send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                Json.mapper().writeValueAsBytes(body)))
                        .build(),
                201);
        return Json.mapper().readTree(answer).path("id").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        bench.listener(WaymarkService.IDENTITY).address().resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Purpose-Of-Use", "CP-ASSESS");
    }

    private String send(HttpRequest request, int expected) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    "The identity service answers " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
