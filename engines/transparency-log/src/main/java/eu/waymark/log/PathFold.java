package eu.waymark.log;

/**
 * The walk from a leaf to the root that both verification algorithms of RFC 9162 share: {@code fn} and {@code sn} there,
 * the node on the path and the last node of its level here.
 */
final class PathFold {

    private long node;
    private long last;

    PathFold(long node, long last) {
        this.node = node;
        this.last = last;
    }

    boolean finished() {
        return last == 0;
    }

    /** Whether the next sibling lies to the left; on the right border it always does. */
    boolean siblingIsLeft() {
        return (node & 1) == 1 || node == last;
    }

    /** Goes up to the next level at which the path has a sibling. */
    void ascend() {
        if (siblingIsLeft()) {
            // A right border node without a right sibling keeps its hash while it rises.
            while (node != 0 && (node & 1) == 0) {
                up();
            }
        }
        up();
    }

    /** Goes up while the node is a right child, as a proof between two trees begins. */
    void ascendRightChildren() {
        while ((node & 1) == 1) {
            up();
        }
    }

    private void up() {
        node >>= 1;
        last >>= 1;
    }
}
