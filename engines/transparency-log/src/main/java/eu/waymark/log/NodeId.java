package eu.waymark.log;

/**
 * A complete subtree: at level {@code L} and index {@code i} it spans the leaves {@code [i * 2^L, (i + 1) * 2^L)}. Level 0
 * are the leaves. A complete node never changes once it exists.
 *
 * @param level from 0 to 62
 * @param index from 0, counted within the level
 */
public record NodeId(int level, long index) {

    public NodeId {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("No such node: level " + level + ", index " + index);
        }
    }
}
