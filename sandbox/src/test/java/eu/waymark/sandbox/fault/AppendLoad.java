package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Appends over HTTP in batches, as fast as they are acknowledged, with three witnesses at work. */
final class AppendLoad {

    private static final int BATCH = 200;
    private static final int PRODUCERS = 8;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("waymark.load.seconds", 20));
    /** Until the compilers have seen what they must: for half a minute they take a third of the processors. */
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("waymark.load.warm", 40));

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** More than there can be time for. */
    private static final int PREPARED_PER_SECOND = 20_000;

    private final FaultBench bench;
    private final PrintStream out;
    private final LogClient client;
    private final Queue<Double> acks = new ConcurrentLinkedQueue<>();
    private final Queue<Double> covers = new ConcurrentLinkedQueue<>();

    AppendLoad(FaultBench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
        this.client = new LogClient(bench.issuer());
    }

    void run() throws Exception {
        out.printf("the disk makes 8 KB durable in %s%n", DiskPace.measure(bench.folder()));
        var database = AuditDatabase.create(bench, "load");
        var service = AuditProcess.start(database, bench.postgresPort(), Map.of(), AuditLoad.production())
                .awaitReady();
        var producers = prepared(service);
        database.settle();
        try (var witnesses = Executors.newScheduledThreadPool(3)) {
            var chronicle = new Chronicle(bench.logKey());
            for (var source : FaultBench.WITNESSES) {
                var witness = new Witness(source, bench, client, chronicle);
                witnesses.scheduleWithFixedDelay(
                        () -> quietly(() -> exchange(witness, service.address())), 0, 250, TimeUnit.MILLISECONDS);
            }
            load(service, producers);
            witnesses.shutdownNow();
        }
        service.stop();
        requireAll(database, producers);
    }

    private List<ReadyProducer> prepared(AuditProcess service) throws IOException {
        var batches = (int) (WARM.plus(LENGTH).toSeconds() * PREPARED_PER_SECOND / BATCH / PRODUCERS);
        var producers = new ArrayList<ReadyProducer>();
        for (var i = 0; i < PRODUCERS; i++) {
            var producer = new ReadyProducer("load-" + i, BATCH);
            producer.prepare(client, service.address(), batches);
            producers.add(producer);
        }
        return producers;
    }

    private void load(AuditProcess service, List<ReadyProducer> producers) throws Exception {
        var warm = System.nanoTime() + WARM.toNanos();
        var until = warm + LENGTH.toNanos();
        var work = new ArrayList<Callable<Long>>();
        producers.forEach(producer -> work.add(() -> produce(producer, warm, until)));
        work.add(() -> probe(service, warm, until));
        try (var pool = Executors.newFixedThreadPool(work.size() + 1)) {
            var used = pool.submit(() -> processorTime(service, warm, until));
            var appended = 0L;
            for (var done : pool.invokeAll(work)) {
                appended += done.get();
            }
            tell(appended, used.get());
        }
    }

    private void tell(long appended, Map<String, Duration> used) {
        var rate = appended / (double) LENGTH.toSeconds();
        var acknowledged = Millis.of(acks);
        var covered = Millis.of(covers);
        out.printf(
                "HTTP appends, %d producers, batches of %d: %,.0f events/s; acknowledged %s%n",
                PRODUCERS, BATCH, rate, acknowledged);
        AuditLoad.judge(out, "10,000 events/s", rate >= 10_000);
        AuditLoad.judge(out, "acknowledged, p99 250 ms", acknowledged.p99() <= 250);
        used.forEach((part, time) -> out.printf(
                "  %s: %.0f microseconds of processor an event, %.2f processors%n",
                part, time.toNanos() / 1e3 / appended, time.toMillis() / 1e3 / LENGTH.toSeconds()));
        out.printf("acknowledged -> covered by a checkpoint of a quorum: %s%n", covered);
        AuditLoad.judge(out, "p99 1 s", covered.p99() <= 1_000);
    }

    private Map<String, Duration> processorTime(AuditProcess service, long warm, long until)
            throws IOException, InterruptedException {
        var parts = new LinkedHashMap<String, ProcessHandle>();
        parts.put("service", service.handle());
        parts.put("PostgreSQL", bench.postmaster());
        sleepUntil(warm);
        var before = new LinkedHashMap<String, Duration>();
        parts.forEach((name, part) -> before.put(name, ProcessorTime.of(part)));
        var stolen = ProcessorTime.stolen();
        var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        sleepUntil(until);
        var used = new LinkedHashMap<String, Duration>();
        parts.forEach((name, part) -> used.put(name, ProcessorTime.of(part).minus(before.get(name))));
        used.put(
                "producers and witnesses",
                ProcessHandle.current().info().totalCpuDuration().orElse(own).minus(own));
        used.put("others on the host of this machine", ProcessorTime.stolen().minus(stolen));
        return used;
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
    }

    /** As a relay does: shown a newer checkpoint, a witness signs it and brings its signature at once. */
    private static Object exchange(Witness witness, URI address) throws IOException, InterruptedException {
        var before = witness.size();
        witness.exchange(address);
        return witness.size() > before ? witness.exchange(address) : witness;
    }

    private long produce(ReadyProducer producer, long warm, long until) throws IOException, InterruptedException {
        var before = 0L;
        while (System.nanoTime() < until) {
            var begin = System.nanoTime();
            producer.send();
            if (begin > warm) {
                acks.add(Millis.since(begin));
            } else {
                before = producer.acknowledged();
            }
        }
        return producer.acknowledged() - before;
    }

    /** Appends one event at a time and waits until a published checkpoint covers it. */
    private long probe(AuditProcess service, long warm, long until) throws IOException, InterruptedException {
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
            while (published(service) <= index) {
                pause(10, until);
            }
            if (begin > warm) {
                covers.add(Millis.since(begin));
            }
        }
        return 0;
    }

    /** A service that does not come back must not keep the load going for ever. */
    private static void pause(long millis, long until) throws InterruptedException {
        if (System.nanoTime() - until > PATIENCE.toNanos()) {
            throw new IllegalStateException("The audit service has not answered for " + PATIENCE);
        }
        Thread.sleep(millis);
    }

    private long published(AuditProcess service) throws IOException, InterruptedException {
        var note = client.read(service.address(), "/api/audit/v1/log/checkpoint");
        return note.chars().filter(c -> c == '—').count() >= 3 ? Long.parseLong(note.split("\n")[1]) : 0;
    }

    /** What was acknowledged is there: otherwise it was no acknowledgement, and the figures are worth nothing. */
    private static void requireAll(AuditDatabase database, List<ReadyProducer> producers) throws SQLException {
        for (var producer : producers) {
            var there = database.count("select count(*) from guarded.leaf where source = '" + producer.source() + "'");
            if (there != producer.acknowledged()) {
                throw new IllegalStateException("%s: %d events acknowledged, %d in the log"
                        .formatted(producer.source(), producer.acknowledged(), there));
            }
        }
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
