package eu.waymark.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate and counts from the moment at which each was due: whoever waits behind a slow answer
 * waits too (coordinated omission).
 */
public final class Asking {

    private static final int MOST_REFUSED = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * How the answers of a run came.
     *
     * @param others how often another status than the expected one came, which is no time
     */
    public record Times(Histogram nanos, Map<Integer, Integer> others) {

        /** Infinite where one in a hundred had no answer: whoever is refused is quick. */
        public double millis(double percentile) {
            int refused = others.values().stream().mapToInt(Integer::intValue).sum();
            return refused * MOST_REFUSED > nanos.getTotalCount()
                    ? Double.POSITIVE_INFINITY
                    : nanos.getValueAtPercentile(percentile) / 1e6;
        }

        @Override
        public String toString() {
            return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms (%,d)%s"
                    .formatted(
                            millis(50),
                            millis(95),
                            millis(99),
                            nanos.getMaxValue() / 1e6,
                            nanos.getTotalCount(),
                            others.isEmpty() ? "" : "; other answers: " + others);
        }
    }

    /** @param questions made before they are due, so that making them costs no time that is measured */
    public Times atRate(int aSecond, Duration length, int expected, Supplier<HttpRequest> questions) throws Exception {
        int count = Math.toIntExact(length.toSeconds() * aSecond);
        var prepared = new ArrayList<HttpRequest>(count);
        for (int i = 0; i < count; i++) {
            prepared.add(next(questions));
        }
        var answers = new ArrayList<Future<long[]>>(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / aSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                var request = prepared.get(i);
                answers.add(threads.submit(() -> new long[] {status(request), System.nanoTime() - due}));
            }
        }
        var times = new Times(new Histogram(TimeUnit.MINUTES.toNanos(5), 3), new TreeMap<>());
        for (var answer : answers) {
            if (answer.get()[0] == expected) {
                times.nanos().recordValue(answer.get()[1]);
            } else {
                times.others().merge((int) answer.get()[0], 1, Integer::sum);
            }
        }
        return times;
    }

    /** Has some ask one question after the other, as fast as they are answered; returns how many were. */
    public int inTurn(Duration length, int askers, Supplier<HttpRequest> questions)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + length.toNanos();
        var asked = new AtomicInteger();
        Callable<Void> asker = () -> {
            while (System.nanoTime() < end) {
                status(next(questions));
                asked.incrementAndGet();
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(askers)) {
            for (var done : threads.invokeAll(Collections.nCopies(askers, asker))) {
                done.get();
            }
        }
        return asked.get();
    }

    private synchronized HttpRequest next(Supplier<HttpRequest> questions) {
        return questions.get();
    }

    /** @throws IOException where the answer is another than the expected one */
    public String send(HttpRequest request, int expected) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException(request.uri().getPath() + " answers " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The status of the answer; 0 where none came. */
    public int status(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException none) {
            return 0;
        }
    }

    public static HttpRequest.Builder request(URI address, String token, String purpose) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token)
                .header("Purpose-Of-Use", purpose)
                .header("Content-Type", "application/json");
    }
}
