package eu.waymark.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.sandbox.fault.LogDump.Leaf;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The final examination after every fault: what was acknowledged is there, once, at the place that was told; every source
 * is dense and chained; the tree is the one over the leaves, and every checkpoint ever shown is one of its prefixes.
 */
final class Examination {

    private static final int TILE = 256;

    private final LogDump dump;
    private final List<String> faults = new ArrayList<>();

    private Examination(LogDump dump) {
        this.dump = dump;
    }

    /** What is wrong with the log; empty is the only passing grade. */
    static List<String> faults(LogDump dump, Collection<Outbox> outboxes, Chronicle chronicle, VerifierKey key) {
        var examination = new Examination(dump);
        outboxes.forEach(outbox -> examination.faults.addAll(outbox.faults()));
        examination.everyLeafInItsPlace();
        outboxes.forEach(examination::everyAcknowledgedEventOnce);
        var stored = new Chronicle(key);
        dump.notes().forEach(stored::shown);
        examination.everyCheckpointAPrefix(stored);
        examination.everyCheckpointAPrefix(chronicle);
        examination.everyTileFull();
        return examination.faults;
    }

    private void everyLeafInItsPlace() {
        var last = new HashMap<String, Leaf>();
        var ids = new HashSet<String>();
        var expected = 0L;
        for (var leaf : dump.leaves()) {
            require(leaf.index() == expected++, "leaf %d stands where %d is due", leaf.index(), expected - 1);
            require(leaf.hash().equals(Hash.ofLeaf(leaf.body())), "leaf %d is not what its hash says", leaf.index());
            var event = parse(leaf);
            var id = event.path("id").asText();
            require(ids.add(id), "leaf %d holds an event that the log had already", leaf.index());
            require(
                    leaf.index() >= dump.eventIds().size()
                            || dump.eventIds().get((int) leaf.index()).equals(id),
                    "leaf %d is not what the read model says",
                    leaf.index());
            follows(leaf, event.path("src"), last.put(leaf.source() + ' ' + leaf.epoch(), leaf));
        }
        // It follows the log, in its order and without a gap.
        require(dump.eventIds().size() <= dump.leaves().size(), "the read model is longer than the log");
    }

    private void follows(Leaf leaf, JsonNode src, Leaf before) {
        var seq = before == null ? 1 : before.seq() + 1;
        require(leaf.seq() == seq, "%s has seq %d where %d is due", leaf.source(), leaf.seq(), seq);
        var prev = before == null ? "" : Base64.getEncoder().encodeToString(Digest.sha256(before.body()));
        require(src.path("prev").asText().equals(prev), "leaf %d does not name the one before it", leaf.index());
        require(
                src.path("id").asText().equals(leaf.source())
                        && src.path("epoch").asLong() == leaf.epoch()
                        && src.path("seq").asLong() == leaf.seq(),
                "leaf %d says another place than its columns",
                leaf.index());
    }

    private JsonNode parse(Leaf leaf) {
        try {
            return Json.mapper().readTree(leaf.body());
        } catch (IOException e) {
            throw new AssertionError("A leaf is JSON", e);
        }
    }

    private void everyAcknowledgedEventOnce(Outbox outbox) {
        var there = new HashMap<Long, Leaf>();
        dump.leaves().stream()
                .filter(leaf -> leaf.source().equals(outbox.source()))
                .forEach(leaf -> require(
                        there.put(leaf.seq(), leaf) == null, "%s has seq %d twice", outbox.source(), leaf.seq()));
        var events = outbox.events();
        require(there.size() <= events.size(), "%s never wrote so many events", outbox.source());
        outbox.places().forEach((seq, index) -> acknowledged(outbox.source(), seq, index, there));
        there.forEach((seq, leaf) -> require(
                seq <= events.size()
                        && Arrays.equals(events.get((int) (seq - 1)).body(), leaf.body()),
                "leaf %d is not what %s wrote",
                leaf.index(),
                outbox.source()));
    }

    private void acknowledged(String source, long seq, long index, Map<Long, Leaf> there) {
        var leaf = there.get(seq);
        require(leaf != null, "%s: seq %d was acknowledged and is lost", source, seq);
        require(leaf == null || leaf.index() == index, "%s: seq %d was told another place", source, seq);
    }

    private void everyCheckpointAPrefix(Chronicle checkpoints) {
        faults.addAll(checkpoints.faults());
        var frontier = Frontier.EMPTY;
        for (var checkpoint : checkpoints.roots().entrySet()) {
            int size = Math.toIntExact(checkpoint.getKey());
            if (size > dump.leaves().size()) {
                faults.add("a checkpoint vouches for %d leaves, and there are %d"
                        .formatted(size, dump.leaves().size()));
                return;
            }
            frontier = frontier.append(hashes((int) frontier.size(), size)).frontier();
            require(
                    frontier.root().equals(checkpoint.getValue()),
                    "the checkpoint of size %d is of another tree",
                    size);
        }
    }

    private List<Hash> hashes(int from, int to) {
        return dump.leaves().subList(from, to).stream()
                .map(leaf -> Hash.ofLeaf(leaf.body()))
                .toList();
    }

    private void everyTileFull() {
        var level = hashes(0, dump.leaves().size());
        for (int height = 0; level.size() >= TILE; height++) {
            var roots = new ArrayList<Hash>();
            for (int at = 0; at + TILE <= level.size(); at += TILE) {
                roots.add(tile(height, at / TILE, level.subList(at, at + TILE)));
            }
            level = roots;
        }
    }

    private Hash tile(int level, int index, List<Hash> hashes) {
        var root = Frontier.EMPTY.append(hashes).frontier().root();
        var stored = dump.tiles().stream()
                .filter(tile -> tile.level() == level && tile.index() == index)
                .findFirst();
        require(
                stored.isPresent()
                        && stored.get().root().equals(root)
                        && Arrays.equals(stored.get().hashes(), Digest.concatenated(hashes)),
                "tile %d/%d is not what the leaves say",
                level,
                index);
        return root;
    }

    private void require(boolean holds, String fault, Object... where) {
        if (!holds) {
            faults.add(fault.formatted(where));
        }
    }
}
