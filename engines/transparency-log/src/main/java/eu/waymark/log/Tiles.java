package eu.waymark.log;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which tiles a tree of a given size has (C2SP tlog-tiles). Full tiles never change; only those at the right edge are partial. */
public final class Tiles {

    private static final int LEVELS = 8;

    private Tiles() {}

    /** All tiles of a tree, full and partial, level by level from the leaves. */
    public static Stream<Tile> of(long size) {
        return Stream.concat(completed(0, size), partial(size).stream());
    }

    /**
     * The full tiles that a tree completes while it grows, in an order in which each can be built from leaves and the roots
     * of those before it.
     */
    public static Stream<Tile> completed(long from, long to) {
        return IntStream.range(0, LEVELS).boxed().flatMap(level -> LongStream.range(full(level, from), full(level, to))
                .mapToObj(index -> new Tile(level, index, Tile.FULL)));
    }

    /** The partial tiles at the right edge of a tree, at most one in each level. */
    public static List<Tile> partial(long size) {
        return IntStream.range(0, LEVELS)
                .mapToObj(level -> at(level, full(level, size), size))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The tile at this place, as wide as a tree of this size makes it.
     *
     * @return empty where such a tree has no tile
     */
    public static Optional<Tile> at(int level, long index, long size) {
        if (level < 0 || level >= LEVELS || index < 0 || index > full(level, size)) {
            return Optional.empty();
        }
        var width = Math.min(Tile.FULL, hashes(level, size) - index * Tile.FULL);
        return width == 0 ? Optional.empty() : Optional.of(new Tile(level, index, (int) width));
    }

    /** The tile from which this node is computed; empty where a tree of this size has not completed the node. */
    static Optional<Tile> holding(NodeId id, long size) {
        if (id.index() >= size >> id.level()) {
            return Optional.empty();
        }
        var level = id.level() / Tile.HEIGHT;
        return at(level, (id.index() << id.level() % Tile.HEIGHT) / Tile.FULL, size);
    }

    private static long full(int level, long size) {
        return hashes(level, size) / Tile.FULL;
    }

    private static long hashes(int level, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
        return size >> level * Tile.HEIGHT;
    }
}
