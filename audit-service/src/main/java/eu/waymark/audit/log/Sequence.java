package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.log.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the events of one producer their places: dense, each once, and never another event in a place that is taken. */
final class Sequence {

    private final Map<Long, Place> taken;
    private final List<Leaf> fresh = new ArrayList<>();
    private final long logSize;
    private long last;

    /** Where an event stands in the log, and what stands there. */
    record Place(long leafIndex, Hash hash) {}

    /** Where an event now stands, and whether it stood there before. */
    record Placed(long seq, long leafIndex, boolean duplicate) {}

    /**
     * @param logSize the index of the next leaf
     * @param last the producer's last sequence number in this epoch, 0 before the first
     * @param taken the places that the log already holds, at least for the sequence numbers that are to come
     */
    Sequence(long logSize, long last, Map<Long, Place> taken) {
        this.logSize = logSize;
        this.last = last;
        this.taken = new HashMap<>(taken);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 409 for a gap, or another event in a taken place */
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
        var expected = last + 1;
        if (leaf.seq() != expected) {
            throw AuditProblem.GAP
                    .because("Send the events from the expected one on.")
                    .at("expected", Long.toString(expected));
        }
        var index = logSize + fresh.size();
        fresh.add(leaf);
        taken.put(leaf.seq(), new Place(index, leaf.hash()));
        last = expected;
        return new Placed(leaf.seq(), index, false);
    }

    /** The leaves to append, in order. */
    List<Leaf> fresh() {
        return fresh;
    }
}
