package eu.waymark.log.verifier;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sequences of the sources of a log: each numbers its events densely within an epoch and names, in each, the one before
 * it. Epochs follow each other without a gap, too, and each but the first begins by saying so.
 */
final class Chains {

    private static final String EPOCH_BEGAN = "source.epoch.began";

    private final boolean fromTheStart;
    private final UniqueIds ids;
    private final Map<String, Event> last = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** @param fromTheStart whether the first event seen of a source must be its first */
    Chains(boolean fromTheStart, UniqueIds ids) {
        this.fromTheStart = fromTheStart;
        this.ids = ids;
    }

    /** @throws RefutedException unless the event is the one that must come next */
    void accept(Event event) {
        if (!ids.add(event.id())) {
            throw RefutedException.leaf(event.leaf(), "Its event id has been used before.");
        }
        var before = last.put(event.source(), event);
        if (before != null) {
            follow(before, event);
        } else if (fromTheStart) {
            begin(event, 1);
        }
        counts.merge(event.source(), 1L, Long::sum);
    }

    private static void follow(Event before, Event event) {
        if (event.epoch() != before.epoch()) {
            begin(event, before.epoch() + 1);
            require(
                    event.type().equals(EPOCH_BEGAN),
                    event,
                    "Its source " + event.source() + " begins an epoch without saying so.");
            return;
        }
        require(
                event.seq() == before.seq() + 1,
                event,
                "It is event " + event.seq() + " of " + event.source() + ", where " + (before.seq() + 1)
                        + " comes next.");
        // The event that was changed is the one before, whose digest the later one has kept.
        require(
                event.prev() != null && event.prev().equals(before.digest()),
                before,
                "It is not the event that leaf " + event.leaf() + " names as the one before it.");
    }

    private static void begin(Event event, long epoch) {
        require(
                event.epoch() == epoch && event.seq() == 1,
                event,
                "It is event " + event.seq() + " of epoch " + event.epoch() + " of " + event.source()
                        + ", where event 1 of epoch " + epoch + " comes next.");
        require(event.prev() == null, event, "It is the first of its epoch but names one before it.");
    }

    private static void require(boolean sound, Event event, String fault) {
        if (!sound) {
            throw RefutedException.leaf(event.leaf(), fault);
        }
    }

    /** How many events of each source there were. */
    Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
