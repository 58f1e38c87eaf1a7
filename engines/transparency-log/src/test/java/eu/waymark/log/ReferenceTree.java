package eu.waymark.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** The recursive definitions of RFC 9162, slow and plain, and a store filled by the code under test. */
final class ReferenceTree implements NodeSource {

    private final List<Hash> leaves;
    private final Map<NodeId, Hash> nodes = new HashMap<>();
    final List<Set<NodeId>> fetches = new ArrayList<>();

    ReferenceTree(List<Hash> leaves) {
        this.leaves = leaves;
        Frontier.EMPTY.append(leaves).completed().forEach(node -> nodes.put(node.id(), node.hash()));
    }

    static ReferenceTree ofSize(long size) {
        return new ReferenceTree(leaves(size));
    }

    static List<Hash> leaves(long size) {
        return LongStream.range(0, size).mapToObj(ReferenceTree::leaf).toList();
    }

    static Hash leaf(long index) {
        return Hash.ofLeaf(("entry " + index).getBytes(UTF_8));
    }

    Hash root(int size) {
        return mth(leaves.subList(0, size));
    }

    static Hash mth(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_ROOT;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofChildren(mth(leaves.subList(0, split)), mth(leaves.subList(split, leaves.size())));
    }

    List<Hash> path(int index, int size) {
        return path(index, leaves.subList(0, size));
    }

    private static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        return index < split ? plus(path(index, left), mth(right)) : plus(path(index - split, right), mth(left));
    }

    List<Hash> subproof(int from, int to) {
        return subproof(from, leaves.subList(0, to), true);
    }

    private static List<Hash> subproof(int from, List<Hash> leaves, boolean whole) {
        if (from == leaves.size()) {
            return whole ? List.of() : List.of(mth(leaves));
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        return from <= split
                ? plus(subproof(from, left, whole), mth(right))
                : plus(subproof(from - split, right, false), mth(left));
    }

    private static List<Hash> plus(List<Hash> hashes, Hash last) {
        var all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }

    @Override
    public Map<NodeId, Hash> fetch(Set<NodeId> ids) {
        fetches.add(ids);
        var found = new HashMap<NodeId, Hash>();
        ids.stream().filter(nodes::containsKey).forEach(id -> found.put(id, nodes.get(id)));
        return found;
    }
}
