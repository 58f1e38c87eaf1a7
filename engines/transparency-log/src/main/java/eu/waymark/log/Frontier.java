package eu.waymark.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: all that is needed to append to it. Immutable, so that a failed transaction costs nothing but
 * the new value.
 *
 * @param size the number of leaves
 * @param peaks the hashes of the complete subtrees that make up the tree, from left to right: one for each bit of the size
 */
public record Frontier(long size, List<Hash> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    /** What an append leaves behind: the frontier after it, and every node it completed, to be stored. */
    public record Growth(Frontier frontier, List<Node> completed) {

        public Growth {
            completed = List.copyOf(completed);
        }
    }

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("A tree of size " + size + " has not " + peaks.size() + " peaks");
        }
    }

    public Hash root() {
        return LeafRange.fold(peaks);
    }

    /**
     * Appends leaves in order.
     *
     * @return the new frontier, with the leaves themselves and each parent they complete, in the order they arose
     */
    public Growth append(List<Hash> leaves) {
        var edge = new ArrayList<>(peaks);
        var completed = new ArrayList<Node>(2 * leaves.size());
        var at = size;
        for (var leaf : leaves) {
            push(leaf, at++, edge, completed);
        }
        return new Growth(new Frontier(at, edge), completed);
    }

    private static void push(Hash leaf, long index, List<Hash> edge, List<Node> completed) {
        edge.add(leaf);
        completed.add(new Node(new NodeId(0, index), leaf));
        // Like a carry in binary addition: each trailing one of the index is a left sibling that was waiting.
        for (var level = 1; (index >> (level - 1) & 1) == 1; level++) {
            var right = edge.removeLast();
            var parent = Hash.ofChildren(edge.removeLast(), right);
            edge.add(parent);
            completed.add(new Node(new NodeId(level, index >> level), parent));
        }
    }
}
