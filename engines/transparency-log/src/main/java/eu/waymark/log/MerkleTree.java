package eu.waymark.log;

import java.util.ArrayDeque;
import java.util.List;

/**
 * The questions one can ask of a tree whose complete nodes are stored: each for any size the log has ever had, since
 * complete nodes never change (RFC 9162, 2.1).
 */
public final class MerkleTree {

    private MerkleTree() {}

    /** The root of the tree over the first {@code size} leaves. */
    public static TreeQuery<Hash> root(long size) {
        requireSize(size);
        return new TreeQuery<>(List.of(new LeafRange(0, size)), List::getFirst);
    }

    /** What is needed to append to a tree of {@code size} leaves. */
    public static TreeQuery<Frontier> frontier(long size) {
        requireSize(size);
        var peaks = new LeafRange(0, size)
                .peaks().stream().map(MerkleTree::leavesBelow).toList();
        return new TreeQuery<>(peaks, hashes -> new Frontier(size, hashes));
    }

    /**
     * The proof that the leaf at {@code index} is in the tree of {@code size} leaves: PATH of RFC 9162, 2.1.3.1.
     *
     * @throws IllegalArgumentException unless {@code 0 <= index < size}
     */
    public static TreeQuery<InclusionProof> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of size " + size);
        }
        var siblings = new ArrayDeque<LeafRange>();
        var begin = 0L;
        var end = size;
        while (end - begin > 1) {
            var middle = begin + split(end - begin);
            if (index < middle) {
                siblings.addFirst(new LeafRange(middle, end));
                end = middle;
            } else {
                siblings.addFirst(new LeafRange(begin, middle));
                begin = middle;
            }
        }
        return new TreeQuery<>(List.copyOf(siblings), path -> new InclusionProof(index, size, path));
    }

    /**
     * The proof that the tree of {@code to} leaves extends the tree of {@code from} leaves: SUBPROOF of RFC 9162, 2.1.4.1.
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= to}; from an empty tree there is nothing to prove
     */
    public static TreeQuery<ConsistencyProof> consistency(long from, long to) {
        if (from <= 0 || from > to) {
            throw new IllegalArgumentException("No consistency proof from size " + from + " to size " + to);
        }
        var siblings = new ArrayDeque<LeafRange>();
        var begin = 0L;
        var end = to;
        while (end != from) {
            var middle = begin + split(end - begin);
            if (from <= middle) {
                siblings.addFirst(new LeafRange(middle, end));
                end = middle;
            } else {
                siblings.addFirst(new LeafRange(begin, middle));
                begin = middle;
            }
        }
        // A verifier knows the whole old tree by its root; of an old tree cut in pieces it needs the last piece too.
        if (begin > 0) {
            siblings.addFirst(new LeafRange(begin, from));
        }
        return new TreeQuery<>(List.copyOf(siblings), path -> new ConsistencyProof(from, to, path));
    }

    /** The largest power of two smaller than {@code leaves}, where RFC 6962 splits a tree. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static LeafRange leavesBelow(NodeId id) {
        return new LeafRange(id.index() << id.level(), (id.index() + 1) << id.level());
    }

    private static void requireSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
    }
}
