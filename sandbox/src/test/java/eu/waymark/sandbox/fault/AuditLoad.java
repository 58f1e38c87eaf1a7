package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What the packaged audit service does over HTTP: appends in batches with three witnesses at work, then proofs and looks in
 * a log of many leaves. Not part of any test run; {@code benchmarks/audit-log} starts it. Loopback only, bounded.
 */
final class AuditLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    private static final int PRODUCERS = 8;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("waymark.load.seconds", 20));
    private static final int LEAVES = Integer.getInteger("waymark.load.leaves", 1_000_000);
    private static final int LOOKS = 2_000;
    /** Until the compiler has seen what it must. */
    private static final int WARM = 1_000;

    /** With the better compiler, which the tests do without. */
    static final String[] PRODUCTION = {"-Xmx512m", "-XX:TieredStopAtLevel=4"};

    private final PrintStream out = System.out;
    private final FaultBench bench = FaultBench.shared();

    public static void main(String[] arguments) throws Exception {
        var load = new AuditLoad();
        load.appends();
        load.looks();
        new GuardLoad(load.bench, load.out).run();
        System.exit(0);
    }

    // ---- Appends ---------------------------------------------------------------------------------------------------

    private void appends() throws Exception {
        var database = AuditDatabase.create(bench, "load");
        var service = AuditProcess.start(database, bench.postgresPort(), Map.of(), PRODUCTION)
                .awaitReady();
        var client = new LogClient(bench.issuer());
        var chronicle = new Chronicle(bench.logKey());
        var acks = new ConcurrentLinkedQueue<Double>();
        var covers = new ConcurrentLinkedQueue<Double>();
        try (var witnesses = Executors.newScheduledThreadPool(3);
                var producers = Executors.newFixedThreadPool(PRODUCERS + 1)) {
            for (var source : FaultBench.WITNESSES) {
                var witness = new Witness(source, bench, client, chronicle);
                witnesses.scheduleWithFixedDelay(
                        () -> quietly(() -> exchange(witness, service.address())), 0, 250, TimeUnit.MILLISECONDS);
            }
            var warm = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            var until = warm + LENGTH.toNanos();
            var work = new ArrayList<Callable<Long>>();
            IntStream.range(0, PRODUCERS)
                    .forEach(number -> work.add(() -> produce(service, client, "load-" + number, warm, until, acks)));
            work.add(() -> probe(service, client, warm, until, covers));
            var appended = 0L;
            for (var done : producers.invokeAll(work)) {
                appended += done.get();
            }
            var rate = appended / (double) LENGTH.toSeconds();
            out.printf(
                    "HTTP appends, %d producers, batches of %d: %,.0f events/s; acknowledged %s%n",
                    PRODUCERS, BATCH, rate, percentiles(acks));
            judge(out, "10,000 events/s", rate >= 10_000);
            judge(out, "acknowledged, p99 250 ms", p99(acks) <= 250);
            out.printf("acknowledged -> covered by a checkpoint of a quorum: %s%n", percentiles(covers));
            judge(out, "p99 1 s", p99(covers) <= 1_000);
            witnesses.shutdownNow();
        }
        service.stop();
    }

    /** As a relay does: shown a newer checkpoint, a witness signs it and brings its signature at once. */
    private static Object exchange(Witness witness, URI address) throws IOException, InterruptedException {
        var before = witness.size();
        witness.exchange(address);
        return witness.size() > before ? witness.exchange(address) : witness;
    }

    private long produce(
            AuditProcess service,
            LogClient client,
            String source,
            long warm,
            long until,
            ConcurrentLinkedQueue<Double> acks)
            throws IOException, InterruptedException {
        var seq = 1L;
        var prev = "";
        var counted = 0L;
        while (System.nanoTime() < until) {
            var events = new ArrayList<Outbox.Event>();
            for (var i = 0; i < BATCH; i++) {
                var event = Outbox.Event.of(source, seq++, prev, "x".repeat(200));
                prev = event.hash();
                events.add(event);
            }
            var begin = System.nanoTime();
            while (client.append(service.address(), source, events).status() != 200) {
                pause(50, until);
            }
            if (begin > warm) {
                acks.add((System.nanoTime() - begin) / 1e6);
                counted += BATCH;
            }
        }
        return counted;
    }

    /** A service that does not come back must not keep the load going for ever. */
    private static void pause(long millis, long until) throws InterruptedException {
        if (System.nanoTime() - until > PATIENCE.toNanos()) {
            throw new IllegalStateException("The audit service has not answered for " + PATIENCE);
        }
        Thread.sleep(millis);
    }

    /** Appends one event at a time and waits until a published checkpoint covers it. */
    private long probe(
            AuditProcess service, LogClient client, long warm, long until, ConcurrentLinkedQueue<Double> covers)
            throws IOException, InterruptedException {
        var prev = "";
        for (var seq = 1L; System.nanoTime() < until; seq++) {
            var event = Outbox.Event.of("probe", seq, prev, "x");
            var answer = client.append(service.address(), "probe", List.of(event));
            while (answer.status() != 200) {
                pause(50, until);
                answer = client.append(service.address(), "probe", List.of(event));
            }
            prev = event.hash();
            var index =
                    answer.body().path("acknowledged").path(0).path("leafIndex").asLong();
            var begin = System.nanoTime();
            while (published(service, client) <= index) {
                pause(10, until);
            }
            if (begin > warm) {
                covers.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return 0;
    }

    private static long published(AuditProcess service, LogClient client) throws IOException, InterruptedException {
        var note = client.read(service.address(), "/api/audit/v1/log/checkpoint");
        return note.chars().filter(c -> c == '—').count() >= 3 ? Long.parseLong(note.split("\n")[1]) : 0;
    }

    // ---- A log of many leaves --------------------------------------------------------------------------------------

    private void looks() throws Exception {
        var database = AuditDatabase.create(bench, "many");
        AuditProcess.start(database, bench.postgresPort(), Map.of())
                .awaitReady()
                .stop();
        var begin = System.nanoTime();
        var ids = new ManyLeaves(bench, database).load(LEAVES);
        out.printf("%,d leaves loaded in %.0f s%n", LEAVES, (System.nanoTime() - begin) / 1e9);
        var service = AuditProcess.start(
                        database, bench.postgresPort(), Map.of("waymark.log.start-witnesses", "0"), PRODUCTION)
                .awaitReady();
        var random = new Random(1);
        look(service, "inclusion proof", 5, () -> "/" + ids.get(random.nextInt(ids.size())) + "/proof");
        look(
                service,
                "who saw this child",
                10,
                () -> "?subject=" + ManyLeaves.tag(random.nextInt(ManyLeaves.CHILDREN)));
        service.stop();
    }

    private interface Question {
        String next();
    }

    private void look(AuditProcess service, String what, int goal, Question question)
            throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var token = bench.issuer().person("carol", ManyLeaves.AGENCY, "compliance", "AUDIT");
        var times = new ArrayList<Double>();
        for (var i = -WARM; i < LOOKS; i++) {
            var request = HttpRequest.newBuilder(service.address().resolve("/api/audit/v1/events" + question.next()))
                    .header("Authorization", "Bearer " + token)
                    .header("Purpose-Of-Use", "AUDIT")
                    .build();
            var begin = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(what + ": " + answer.statusCode() + " " + answer.body());
            }
            if (i >= 0) {
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        out.printf("%s among %,d leaves, over HTTP, with its own audit event: %s%n", what, LEAVES, percentiles(times));
        judge(out, "p99 " + goal + " ms", p99(times) <= goal);
    }

    static void judge(PrintStream out, String goal, boolean reached) {
        out.printf("  goal: %s: %s%n", goal, reached ? "reached" : "NOT REACHED");
    }

    private static double p99(Collection<Double> values) {
        return at(values.stream().mapToDouble(Double::doubleValue).sorted().toArray(), .99);
    }

    private static String percentiles(Iterable<Double> values) {
        var all = new ArrayList<Double>();
        values.forEach(all::add);
        if (all.isEmpty()) {
            return "nothing measured";
        }
        var sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms (%,d)"
                .formatted(at(sorted, .5), at(sorted, .95), at(sorted, .99), sorted[sorted.length - 1], sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    private static void quietly(Callable<?> work) {
        try {
            work.call();
        } catch (Exception next) {
            // The next turn does it: what this costs shows in the figures.
            System.err.println("A turn of a witness failed: " + next.getClass().getSimpleName());
        }
    }
}
