package eu.waymark.benchmarks;

import eu.waymark.benchmarks.Asker.Timed;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Every practitioner asks at a steady pace, just below the 30 checks a minute that one person may make. */
final class PacedRun {

    /** 29 a minute. */
    private static final Duration PACE = Duration.ofMinutes(1).dividedBy(29);

    private final RunningSandbox sandbox;
    private final Questions questions;
    private final int warmUp;
    private final AtomicInteger left;
    private final AtomicInteger asked = new AtomicInteger();
    private final Latencies latencies = new Latencies();

    PacedRun(RunningSandbox sandbox, Questions questions, int warmUp, int checks) {
        this.sandbox = sandbox;
        this.questions = questions;
        this.warmUp = warmUp;
        this.left = new AtomicInteger(warmUp + checks);
    }

    /** Asks until all is asked or the time is over. */
    Latencies go(Duration longest) throws IOException, InterruptedException {
        var people = sandbox.practitioners();
        if (people.isEmpty()) {
            throw new BenchmarkProblem("The sandbox has no practitioners of child protection");
        }
        long end = System.nanoTime() + longest.toNanos();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                var asker = new Asker(sandbox, people.get(i), http);
                // Spread over the pace, as people are.
                var first = PACE.multipliedBy(i).dividedBy(people.size());
                work.add(threads.submit(() -> {
                    askOn(asker, System.nanoTime() + first.toNanos(), end);
                    return null;
                }));
            }
            await(work);
        }
        return latencies;
    }

    private void askOn(Asker asker, long first, long end) throws IOException, InterruptedException {
        long due = first;
        while (due < end && left.getAndDecrement() > 0) {
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            // From when it is really asked: making up for a late answer would be too many in a minute.
            due = System.nanoTime() + PACE.toNanos();
            var timed = asker.ask(questions.next());
            if (asked.incrementAndGet() > warmUp) {
                note(timed);
            }
        }
    }

    private void note(Timed timed) {
        if (timed.isAnswered()) {
            latencies.answered(timed.outcome(), timed.time());
        } else {
            latencies.failed(timed.outcome());
        }
    }

    private static void await(List<Future<?>> work) throws IOException, InterruptedException {
        for (var one : work) {
            try {
                one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof BenchmarkProblem problem) {
                    throw problem;
                }
                throw new IOException("A check could not be asked: " + e.getCause(), e);
            }
        }
    }
}
