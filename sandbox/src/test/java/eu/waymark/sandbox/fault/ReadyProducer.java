package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/**
 * A producer whose batches are canonical and serialised before anything is measured: in life that is done in the producers,
 * on other machines. What is left is to send them in order, again where they were refused, and to count what is acknowledged.
 */
final class ReadyProducer {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE = 20;

    private final String source;
    private final int batch;
    private final Deque<HttpRequest> ready = new ArrayDeque<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long acknowledged;

    ReadyProducer(String source, int batch) {
        this.source = source;
        this.batch = batch;
    }

    void prepare(LogClient client, URI address, int batches) throws IOException {
        var seq = 1L;
        var prev = "";
        for (var i = 0; i < batches; i++) {
            var events = new ArrayList<Outbox.Event>();
            for (var j = 0; j < batch; j++) {
                var event = Outbox.Event.of(source, seq++, prev, "x".repeat(200));
                prev = event.hash();
                events.add(event);
            }
            ready.add(client.appending(address, source, events));
        }
    }

    /** Sends the next batch and returns once it is acknowledged. */
    void send() throws IOException, InterruptedException {
        if (ready.isEmpty()) {
            throw new IllegalStateException("More batches have to be prepared for a service this fast");
        }
        var patience = System.nanoTime() + PATIENCE.toNanos();
        var request = ready.remove();
        while (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("The audit service has acknowledged nothing for " + PATIENCE);
            }
            Thread.sleep(PAUSE);
        }
        acknowledged += batch;
    }

    String source() {
        return source;
    }

    /** Events, from the first on. */
    long acknowledged() {
        return acknowledged;
    }
}
