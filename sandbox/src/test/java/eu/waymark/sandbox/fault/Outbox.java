package eu.waymark.sandbox.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one source has written and what the log has told it about that: kept as a producer's database keeps it, whatever
 * happens to the log. Safe for several relays.
 */
final class Outbox {

    /** A test of a few seconds needs one epoch. */
    static final int EPOCH = 1;

    private final String source;
    private final List<Event> events = new ArrayList<>();
    private final Map<Long, Long> places = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long next = 1;

    Outbox(String source) {
        this.source = source;
    }

    /** An event in its canonical bytes; sorted keys and plain ASCII need no canonicalizer. */
    record Event(long seq, String id, byte[] body) {

        static Event of(String source, long seq, String prev, String notes) {
            return of(UUID.randomUUID().toString(), source, seq, prev, notes);
        }

        static Event of(String id, String source, long seq, String prev, String notes) {
            var body =
                    "{\"action\":\"R\",\"agent\":{\"agency\":\"FR-69-CRIP\",\"country\":\"FR\",\"who\":\"5d3c\"},\"id\":\""
                            + id
                            + "\",\"notes\":{\"pad\":\"" + notes
                            + "\"},\"outcome\":\"0\",\"purpose\":\"CP-ASSESS\",\"recorded\":\"2026-11-22T10:00:00.123456Z\""
                            + ",\"src\":{\"epoch\":\"" + EPOCH + "\",\"id\":\"" + source + "\""
                            + (prev.isEmpty() ? "" : ",\"prev\":\"" + prev + "\"")
                            + ",\"seq\":\"" + seq + "\"},\"subjects\":[\"tag-of-a-child-" + (seq % 40 < 10 ? "0" : "")
                            + seq % 40
                            + "\"],\"type\":\"register.entry.read\",\"v\":\"waymark-audit/1\"}";
            return new Event(seq, id, body.getBytes(StandardCharsets.US_ASCII));
        }

        String hash() {
            return Base64.getEncoder().encodeToString(Digest.sha256(body));
        }
    }

    String source() {
        return source;
    }

    synchronized void write(int count) {
        write(count, 1);
    }

    /** @param padding characters that make each event larger */
    synchronized void write(int count, int padding) {
        for (int i = 0; i < count; i++) {
            var prev = events.isEmpty() ? "" : events.getLast().hash();
            events.add(Event.of(source, events.size() + 1L, prev, "x".repeat(padding)));
        }
    }

    /** The next events to be sent: those that are not acknowledged, in order. */
    synchronized List<Event> batch(int most) {
        var from = (int) Math.min(next - 1, events.size());
        return List.copyOf(events.subList(from, Math.min(from + most, events.size())));
    }

    /** The log has told where an event stands; a place once told never changes. */
    synchronized void acknowledged(long seq, long leafIndex) {
        var before = places.putIfAbsent(seq, leafIndex);
        if (before != null && before != leafIndex) {
            faults.add(
                    "%s: seq %d was acknowledged at leaf %d and at leaf %d".formatted(source, seq, before, leafIndex));
        }
        next = Math.max(next, seq + 1);
    }

    /** The log misses an event and names it. */
    synchronized void rewind(long expected) {
        next = Math.min(expected, events.size() + 1L);
    }

    synchronized void fault(String what) {
        faults.add(source + ": " + what);
    }

    /** Forgets places above a size: what no witness had seen may get another one after a restore. */
    synchronized void forgetPlacesFrom(long size) {
        places.values().removeIf(index -> index >= size);
    }

    synchronized long waiting() {
        return events.size() - places.size();
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** By number: the place that the log told. */
    synchronized Map<Long, Long> places() {
        return new TreeMap<>(places);
    }

    /** As it is now. */
    synchronized Outbox copy() {
        var copy = new Outbox(source);
        copy.events.addAll(events);
        copy.places.putAll(places);
        copy.faults.addAll(faults);
        return copy;
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
