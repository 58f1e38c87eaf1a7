package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Two replicas of a service, of which one after the other is killed and started anew. Whoever gets no answer asks the other
 * one the same thing again, under the same idempotency key, as a portal would.
 */
final class Replicas implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int NO_ANSWER = 503;

    private final Starter starter;
    private final List<ServiceProcess> running = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts one replica. */
    @FunctionalInterface
    interface Starter {
        ServiceProcess start(int number) throws IOException, InterruptedException;
    }

    Replicas(Starter starter) throws IOException, InterruptedException {
        this.starter = starter;
        running.add(starter.start(0));
        running.add(starter.start(1));
    }

    /** Kills one after the other until it is told to stop; returns how often. */
    int killUntil(AtomicBoolean done, Duration every) throws IOException, InterruptedException {
        int kills = 0;
        while (!done.get()) {
            TimeUnit.MILLISECONDS.sleep(every.toMillis());
            int number = kills % 2;
            running.get(number).kill();
            running.set(number, starter.start(number));
            kills++;
        }
        return kills;
    }

    /** The answer to a request, from whichever replica gives one. */
    HttpResponse<String> send(Function<URI, HttpRequest.Builder> request) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var replica = running.get(asked.getAndIncrement() % 2);
            try {
                var sent = request.apply(replica.address()).timeout(ANSWER).build();
                var answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != NO_ANSWER) {
                    return answer;
                }
            } catch (IOException killed) {
                // Whether it was done nobody knows: that is what the key is for.
                askedAgain.incrementAndGet();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("No replica answered for " + PATIENCE);
    }

    int askedAgain() {
        return askedAgain.get();
    }

    @Override
    public void close() {
        running.forEach(ServiceProcess::close);
    }
}
