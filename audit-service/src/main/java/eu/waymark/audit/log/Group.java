package eu.waymark.audit.log;

import eu.waymark.audit.log.Sequence.Place;
import eu.waymark.audit.log.Sequence.Placed;
import eu.waymark.platform.web.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The batches that one transaction makes durable. Each is decided by itself; a refused one leaves nothing behind. */
final class Group {

    private final LogConnection log;
    private final LogPosition position;
    private final LogRows rows = new LogRows();
    /** What is new among all that was sent, in the order of the log. */
    private final List<Leaf> leaves = new ArrayList<>();

    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    /** What this group has added so far, which no query shows yet. */
    private final Map<String, Map<Long, Place>> added = new HashMap<>();

    private record Accepted(Submission batch, List<Placed> placed) {}

    /** A batch that cannot stand in the log. */
    record Refused(Submission batch, ProblemException why) {}

    /** @param position changed by the group: a draft */
    Group(LogConnection log, LogPosition position) {
        this.log = log;
        this.position = position;
    }

    void add(Submission batch) {
        var source = batch.source();
        var state = position.sources().computeIfAbsent(source, log::source);
        var first = position.size() + leaves.size();
        var sequence = new Sequence(first, batch.epoch(), state, taken(batch, state));
        try {
            accepted.add(new Accepted(
                    batch, batch.leaves().stream().map(sequence::place).toList()));
        } catch (ProblemException refusal) {
            refused.add(new Refused(batch, refusal));
            return;
        }
        position.sources().put(source, sequence.state());
        var places = added.computeIfAbsent(key(batch), _ -> new HashMap<>());
        for (var leaf : sequence.fresh()) {
            var index = position.size() + leaves.size();
            rows.add(index, leaf);
            places.put(leaf.seq(), new Place(index, leaf.hash()));
            leaves.add(leaf);
        }
    }

    /** Asks the database only for events that were here before: a relay sends them again after a lost answer. */
    private Map<Long, Place> taken(Submission batch, SourceState state) {
        var taken = new HashMap<>(added.getOrDefault(key(batch), Map.of()));
        var earlier = batch.leaves().stream()
                .map(Leaf::seq)
                .filter(seq -> batch.epoch() < state.epoch() || batch.epoch() == state.epoch() && seq <= state.last())
                .filter(seq -> !taken.containsKey(seq))
                .toList();
        if (!earlier.isEmpty()) {
            taken.putAll(log.places(batch.source(), batch.epoch(), earlier));
        }
        return taken;
    }

    private static String key(Submission batch) {
        return batch.source() + ' ' + batch.epoch();
    }

    /** Sequences and integrates in one: leaves and the tiles they fill; durable when this returns. */
    LogPosition commit() throws SQLException {
        if (!leaves.isEmpty()) {
            position.edge().append(leaves.stream().map(Leaf::hash).toList()).forEach(rows::add);
            log.write(rows);
            log.commit();
        }
        return position;
    }

    /** Tells the producers, once the commit has returned: those who have added something when it can be found. */
    void answer(ReadModel readModel) {
        refused.forEach(refusal -> refusal.batch.refuse(refusal.why));
        if (leaves.isEmpty()) {
            acknowledge();
        } else {
            readModel.follow(new Projection(position.size() - leaves.size(), leaves, this::acknowledge));
        }
    }

    private void acknowledge() {
        accepted.forEach(done -> done.batch.answer().complete(done.placed));
    }

    List<Refused> refused() {
        return refused;
    }
}
