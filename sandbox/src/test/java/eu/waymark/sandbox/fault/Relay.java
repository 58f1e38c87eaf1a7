package eu.waymark.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A source at work: writes events, sends them in order until they are acknowledged, whatever happens meanwhile, and meets
 * the log as its witness where it is one. As impatient as a relay may be.
 */
final class Relay {

    private static final int BATCH = 200;
    private static final int BACKLOG = 400;
    private static final long BETWEEN_EXCHANGES = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long REST = 50;

    private final Outbox outbox;
    private final Instances instances;
    private final LogClient client;
    private final @Nullable Witness witness;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean writing = true;
    private volatile boolean resting;
    private volatile boolean running = true;
    private volatile int most = 12;
    private volatile int padding = 1;
    private volatile boolean restoring = true;
    private volatile boolean meeting = true;
    private long turn = ThreadLocalRandom.current().nextInt(2);
    private long exchanged;

    Relay(Outbox outbox, Instances instances, LogClient client, @Nullable Witness witness) {
        this.outbox = outbox;
        this.instances = instances;
        this.client = client;
        this.witness = witness;
    }

    Outbox outbox() {
        return outbox;
    }

    void start() {
        thread.start();
    }

    /** @param events the most that it writes in a turn */
    void hurry(int events) {
        most = events;
    }

    /** @param characters that make each event larger */
    void pad(int characters) {
        padding = characters;
    }

    /** Whether it brings back what the log has lost. */
    void restoring(boolean willing) {
        restoring = willing;
    }

    /** Whether it meets the log as its witness. */
    void meeting(boolean willing) {
        meeting = willing;
    }

    void stopWriting() {
        writing = false;
        resting = false;
    }

    void resumeWriting() {
        writing = true;
        resting = false;
    }

    /** Takes no turns until it is told to write or to stop writing, and leaves the processor to the next test. */
    void rest() {
        writing = false;
        resting = true;
    }

    void stop() throws InterruptedException {
        running = false;
        thread.join();
    }

    /** How often each answer was met: a refusal by its code, an event by its status; {@code connection} for none at all. */
    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    private void run() {
        try {
            while (running) {
                if (writing && outbox.waiting() < BACKLOG) {
                    outbox.write(1 + ThreadLocalRandom.current().nextInt(most), padding);
                }
                var pause = resting ? REST : turn();
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            outbox.fault("the relay failed: " + unexpected);
        }
    }

    private long turn() throws InterruptedException {
        try {
            turn++;
            var went = send();
            meet();
            return went ? 10 + ThreadLocalRandom.current().nextInt(30) : 60;
        } catch (IOException away) {
            answers.merge("connection", 1, Integer::sum);
            return 60;
        }
    }

    private boolean send() throws IOException, InterruptedException {
        var batch = outbox.batch(BATCH);
        if (batch.isEmpty()) {
            return true;
        }
        var answer = client.append(instances.pick(turn), outbox.source(), batch);
        if (answer.status() == 200) {
            answer.body().path("acknowledged").forEach(this::acknowledged);
            return true;
        }
        answers.merge(answer.code().isEmpty() ? "http " + answer.status() : answer.code(), 1, Integer::sum);
        if (answer.code().equals("gap")) {
            outbox.rewind(Long.parseLong(answer.field("expected")));
        } else if (answer.status() != 503) {
            outbox.fault("refused with %d %s".formatted(answer.status(), answer.code()));
        } else if (answer.retryAfter().isEmpty() && !answer.code().equals("log-not-trusted")) {
            outbox.fault("refused with %s, and not told when to come back".formatted(answer.code()));
        }
        return false;
    }

    private void acknowledged(JsonNode place) {
        outbox.acknowledged(place.path("seq").asLong(), place.path("leafIndex").asLong());
        answers.merge(place.path("status").asText(), 1, Integer::sum);
    }

    private void meet() throws IOException, InterruptedException {
        if (witness == null || !meeting || System.nanoTime() - exchanged < BETWEEN_EXCHANGES) {
            return;
        }
        // Each replica must be met, or it would wait for its witnesses for ever.
        var lost = witness.exchange(instances.pick(turn));
        exchanged = System.nanoTime();
        if (lost.isPresent() && restoring) {
            witness.bringBack(instances.pick(turn), outbox, lost.getAsLong());
        }
    }
}
