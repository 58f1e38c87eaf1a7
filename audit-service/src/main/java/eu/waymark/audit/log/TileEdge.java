package eu.waymark.audit.log;

import eu.waymark.log.Hash;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileSource;
import eu.waymark.log.Tiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The right edge of the tree, to which leaves are appended: the hashes of each level that do not fill a tile yet. */
final class TileEdge {

    private final List<List<Hash>> levels = new ArrayList<>();
    private long size;

    private TileEdge(long size) {
        this.size = size;
    }

    /** The edge of a tree of this size. */
    static TileEdge read(long size, TileSource tiles) {
        var edge = new TileEdge(size);
        var partial = Tiles.partial(size);
        var contents = tiles.fetch(new HashSet<>(partial));
        for (var tile : partial) {
            var content = contents.get(tile);
            if (content == null) {
                throw new MissingTileException(tile);
            }
            edge.level(tile.level()).addAll(TileHashes.decode(tile, content).hashes());
        }
        return edge;
    }

    TileEdge copy() {
        var copy = new TileEdge(size);
        levels.forEach(level -> copy.levels.add(new ArrayList<>(level)));
        return copy;
    }

    long size() {
        return size;
    }

    /**
     * Appends leaves in order.
     *
     * @return the tiles that they fill, each after those it is built on
     */
    List<TileHashes> append(List<Hash> leaves) {
        var full = new ArrayList<TileHashes>();
        for (var leaf : leaves) {
            size++;
            add(0, leaf, full);
        }
        return full;
    }

    private void add(int level, Hash hash, List<TileHashes> full) {
        var hashes = level(level);
        hashes.add(hash);
        if (hashes.size() == Tile.FULL) {
            var index = (size >> 8 * (level + 1)) - 1;
            var tile = new TileHashes(new Tile(level, index, Tile.FULL), hashes);
            hashes.clear();
            full.add(tile);
            add(level + 1, tile.root(), full);
        }
    }

    private List<Hash> level(int level) {
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
        return levels.get(level);
    }
}
