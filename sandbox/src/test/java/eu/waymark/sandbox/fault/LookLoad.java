package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Proofs and looks in a log of many leaves, one after the other; each writes an event of its own, durable before the answer. */
final class LookLoad {

    private static final int LEAVES = Integer.getInteger("waymark.load.leaves", 1_000_000);
    private static final int LOOKS = 2_000;
    /** Until the compilers have seen what they must: in the first minute they take more of the processors than the looks. */
    private static final Duration WARM = Duration.ofSeconds(Integer.getInteger("waymark.load.warm", 40));

    private static final int WARMING = 4;
    /** Well under what a token lasts. */
    private static final Duration SHIFT = Duration.ofMinutes(2);

    private final FaultBench bench;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private long tokenSince;

    LookLoad(FaultBench bench, PrintStream out) {
        this.bench = bench;
        this.out = out;
    }

    void run() throws Exception {
        var database = AuditDatabase.create(bench, "many");
        AuditProcess.start(database, bench.postgresPort(), Map.of())
                .awaitReady()
                .stop();
        var begin = System.nanoTime();
        var ids = new ManyLeaves(bench, database).load(LEAVES);
        database.execute("vacuum (analyze)");
        database.settle();
        out.printf("%,d leaves loaded, vacuumed and on disk in %.0f s%n", LEAVES, Millis.since(begin) / 1e3);
        var service = AuditProcess.start(
                        database,
                        bench.postgresPort(),
                        Map.of("waymark.log.start-witnesses", "0"),
                        AuditLoad.production())
                .awaitReady();
        out.printf("the disk makes 8 KB durable in %s%n", DiskPace.measure(bench.folder()));
        Supplier<String> proofs = () -> "/" + ids.get(random().nextInt(ids.size())) + "/proof";
        Supplier<String> looks = () -> "?subject=" + ManyLeaves.tag(random().nextInt(ManyLeaves.CHILDREN));
        warm(service, proofs, looks);
        look(service, "inclusion proof", 5, proofs);
        look(service, "who saw this child", 10, looks);
        service.stop();
    }

    private static Random random() {
        return ThreadLocalRandom.current();
    }

    private void warm(AuditProcess service, Supplier<String> proofs, Supplier<String> looks)
            throws InterruptedException, ExecutionException {
        var until = System.nanoTime() + WARM.toNanos();
        Callable<Boolean> asking = () -> {
            while (System.nanoTime() < until) {
                ask(service, proofs.get());
                ask(service, looks.get());
            }
            return true;
        };
        try (var pool = Executors.newFixedThreadPool(WARMING)) {
            for (var done : pool.invokeAll(Collections.nCopies(WARMING, asking))) {
                done.get();
            }
        }
    }

    private void look(AuditProcess service, String what, int goal, Supplier<String> question)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        var begin = System.nanoTime();
        var stolen = ProcessorTime.stolen();
        for (var i = 0; i < LOOKS; i++) {
            times.add(ask(service, question.get()));
        }
        var measured = Millis.of(times);
        out.printf("%s among %,d leaves, over HTTP, with its own audit event: %s%n", what, LEAVES, measured);
        AuditLoad.judge(out, "p99 " + goal + " ms", measured.p99() <= goal);
        out.printf(
                "  others on the host of this machine took %.2f processors meanwhile%n",
                ProcessorTime.stolen().minus(stolen).toMillis() / Millis.since(begin));
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > SHIFT.toNanos()) {
            token = bench.issuer().person("carol", ManyLeaves.AGENCY, "compliance", "AUDIT");
            tokenSince = System.nanoTime();
        }
        return token;
    }

    /** @return milliseconds until the answer is here */
    private double ask(AuditProcess service, String question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.address().resolve("/api/audit/v1/events" + question))
                .header("Authorization", "Bearer " + token())
                .header("Purpose-Of-Use", "AUDIT")
                .build();
        var begin = System.nanoTime();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        var millis = Millis.since(begin);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(question + ": " + answer.statusCode() + " " + answer.body());
        }
        return millis;
    }
}
