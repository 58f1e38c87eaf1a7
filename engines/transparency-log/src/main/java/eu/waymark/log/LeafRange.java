package eu.waymark.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The leaves {@code [begin, end)} of a tree, where {@code begin} is a multiple of the next power of two that holds the
 * range. Every hash in a root, an inclusion or a consistency proof is the tree hash of such a range.
 */
record LeafRange(long begin, long end) {

    /** The complete subtrees that make up the range, from left to right and so from large to small. */
    List<NodeId> peaks() {
        var peaks = new ArrayList<NodeId>();
        for (var at = begin; at < end; ) {
            var level = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - at);
            peaks.add(new NodeId(level, at >> level));
            at += 1L << level;
        }
        return peaks;
    }

    Hash hash(Map<NodeId, Hash> nodes) {
        return fold(peaks().stream().map(id -> find(id, nodes)).toList());
    }

    /** The tree hash over peaks, which RFC 6962 nests from the right. */
    static Hash fold(List<Hash> peaks) {
        return peaks.reversed().stream()
                .reduce((right, left) -> Hash.ofChildren(left, right))
                .orElse(Hash.EMPTY_ROOT);
    }

    private static Hash find(NodeId id, Map<NodeId, Hash> nodes) {
        var hash = nodes.get(id);
        if (hash == null) {
            throw new MissingNodeException(id);
        }
        return hash;
    }
}
