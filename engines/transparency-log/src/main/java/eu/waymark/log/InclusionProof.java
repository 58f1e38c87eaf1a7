package eu.waymark.log;

import java.util.List;

/**
 * A claim that a leaf is in a tree, to be believed only after {@link #verify}. The numbers may come from a stranger: any
 * value is accepted here, and refuted there. An index or size of 2^63 or more, read as a negative number, is refuted too.
 *
 * @param path the sibling hashes from the leaf up to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether exactly this path leads from the leaf at the index to the root (RFC 9162, 2.1.3.2). */
    public boolean verify(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var fold = new PathFold(index, size - 1);
        var hash = leaf;
        for (var sibling : path) {
            if (fold.finished()) {
                return false;
            }
            hash = fold.siblingIsLeft() ? Hash.ofChildren(sibling, hash) : Hash.ofChildren(hash, sibling);
            fold.ascend();
        }
        return fold.finished() && hash.equals(root);
    }
}
