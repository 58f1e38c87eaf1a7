package eu.waymark.log;

import java.util.List;

/**
 * A claim that one tree extends another, to be believed only after {@link #verify}. The numbers may come from a stranger:
 * any value is accepted here, and refuted there.
 *
 * @param from the size of the older tree
 * @param to the size of the newer tree
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether exactly this path links both roots (RFC 9162, 2.1.4.2). Nothing is proved from an empty tree to a larger one:
     * whoever has seen nothing has nothing to compare.
     */
    public boolean verify(Hash fromRoot, Hash toRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        return from > 0 && !path.isEmpty() && leadsToBoth(fromRoot, toRoot);
    }

    private boolean leadsToBoth(Hash fromRoot, Hash toRoot) {
        var wholeOldTree = Long.bitCount(from) == 1;
        var start = wholeOldTree ? fromRoot : path.getFirst();
        var fold = new PathFold(from - 1, to - 1);
        fold.ascendRightChildren();
        var older = start;
        var newer = start;
        for (var sibling : wholeOldTree ? path : path.subList(1, path.size())) {
            if (fold.finished()) {
                return false;
            }
            if (fold.siblingIsLeft()) {
                older = Hash.ofChildren(sibling, older);
                newer = Hash.ofChildren(sibling, newer);
            } else {
                newer = Hash.ofChildren(newer, sibling);
            }
            fold.ascend();
        }
        return fold.finished() && older.equals(fromRoot) && newer.equals(toRoot);
    }
}
