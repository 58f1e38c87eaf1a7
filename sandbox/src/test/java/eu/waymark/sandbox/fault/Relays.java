package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Several relays of one source that know nothing of each other: all send any part of its events, again and again. */
final class Relays implements AutoCloseable {

    private static final int LONGEST = 60;

    private final Outbox outbox;
    private final Instances instances;
    private final LogClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Relays(Outbox outbox, Instances instances, LogClient client) {
        this.outbox = outbox;
        this.instances = instances;
        this.client = client;
    }

    /** Sends until everything is acknowledged; for each relay, how often it met which answer. */
    List<Map<String, Integer>> sendAtRandom(int relays) throws InterruptedException {
        var work = new ArrayList<Callable<Map<String, Integer>>>();
        for (int i = 0; i < relays; i++) {
            work.add(this::send);
        }
        var answers = new ArrayList<Map<String, Integer>>();
        for (var done : threads.invokeAll(work)) {
            try {
                answers.add(done.get());
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
        return answers;
    }

    private Map<String, Integer> send() throws IOException, InterruptedException {
        var random = ThreadLocalRandom.current();
        var answers = new HashMap<String, Integer>();
        var events = outbox.events();
        while (outbox.waiting() > 0) {
            // Around what is next, so that parts overlap, repeat what was sent, and leave gaps.
            var known = outbox.places().size();
            var from = Math.clamp(known - 40L + random.nextInt(60), 0, events.size() - 1);
            var to = Math.min(events.size(), from + 1 + random.nextInt(LONGEST));
            var answer = client.append(instances.pick(random.nextInt(2)), outbox.source(), events.subList(from, to));
            if (answer.status() != 200) {
                answers.merge(answer.code(), 1, Integer::sum);
            }
            for (var place : answer.body().path("acknowledged")) {
                outbox.acknowledged(
                        place.path("seq").asLong(), place.path("leafIndex").asLong());
                answers.merge(place.path("status").asText(), 1, Integer::sum);
            }
        }
        return answers;
    }

    @Override
    public void close() {
        threads.close();
    }
}
