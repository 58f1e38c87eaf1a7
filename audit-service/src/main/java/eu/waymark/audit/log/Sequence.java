package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.log.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives the events of one batch their places: dense within source and epoch, each naming the one before it, each once,
 * and never another event in a place that is taken.
 */
final class Sequence {

    /** The one event with which a source may begin its next epoch, after a restore of its database. */
    static final String EPOCH_BEGAN = "source.epoch.began";

    private final int epoch;
    private final Map<Long, Place> taken;
    private final List<Leaf> fresh = new ArrayList<>();
    private final long logSize;
    private SourceState state;

    /** Where an event stands in the log, and what stands there. */
    record Place(long leafIndex, Hash hash) {}

    /** Where an event now stands, and whether it stood there before. */
    record Placed(long seq, long leafIndex, boolean duplicate) {}

    /**
     * @param logSize the index of the next leaf
     * @param state how far the source has come
     * @param taken the places that the log already holds, at least for the numbers of this batch
     */
    Sequence(long logSize, int epoch, SourceState state, Map<Long, Place> taken) {
        this.logSize = logSize;
        this.epoch = epoch;
        this.state = state;
        this.taken = new HashMap<>(taken);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 409 for an event that cannot stand here */
    Placed place(Leaf leaf) {
        var place = taken.get(leaf.seq());
        if (place == null) {
            return append(leaf);
        }
        if (!place.hash.equals(leaf.hash())) {
            throw AuditProblem.EQUIVOCATION.because("Another event stands at seq " + leaf.seq() + ".");
        }
        return new Placed(leaf.seq(), place.leafIndex, true);
    }

    private Placed append(Leaf leaf) {
        if (epoch != state.epoch()) {
            begin(leaf);
        }
        var expected = state.last() + 1;
        if (leaf.seq() != expected) {
            throw AuditProblem.GAP
                    .because("Send the events from the expected one on.")
                    .at("expected", Long.toString(expected));
        }
        if (!Objects.equals(leaf.event().src().prev(), state.prev())) {
            throw AuditProblem.BROKEN_CHAIN.because(
                    "The event with seq " + leaf.seq() + " does not name the event before it in 'src.prev'.");
        }
        var index = logSize + fresh.size();
        fresh.add(leaf);
        taken.put(leaf.seq(), new Place(index, leaf.hash()));
        state = new SourceState(epoch, expected, leaf.eventHash());
        return new Placed(leaf.seq(), index, false);
    }

    private void begin(Leaf first) {
        if (epoch < state.epoch()) {
            throw AuditProblem.EPOCH_CLOSED.because("The source has begun epoch " + state.epoch() + ".");
        }
        var isFirstEver = state.epoch() == 0;
        if (epoch != state.epoch() + 1 || !isFirstEver && !first.event().type().equals(EPOCH_BEGAN)) {
            throw AuditProblem.GAP
                    .because("Epoch " + (state.epoch() + 1) + " is the next, and begins with " + EPOCH_BEGAN + ".")
                    .at("expected", "1");
        }
        state = new SourceState(epoch, 0, null);
    }

    /** The leaves to append, in order. */
    List<Leaf> fresh() {
        return fresh;
    }

    /** How far the source has come with this batch. */
    SourceState state() {
        return state;
    }
}
