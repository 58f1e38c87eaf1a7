package eu.waymark.log.verifier;

import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileNodes;
import eu.waymark.log.Tiles;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The partial tiles of a tree, at most one in each level. Together they are all that its root is made of.
 *
 * @param size the size of the tree
 * @param tiles by level, from the top
 */
record RightEdge(long size, Map<Integer, TileHashes> tiles) {

    static RightEdge read(long size, LogTiles source) {
        var tiles = new LinkedHashMap<Integer, TileHashes>();
        Tiles.partial(size).reversed().forEach(tile -> tiles.put(tile.level(), source.read(tile)));
        return new RightEdge(size, tiles);
    }

    /** The same edge with another content for one of its tiles. */
    RightEdge with(TileHashes other) {
        var replaced = new LinkedHashMap<>(tiles);
        replaced.put(other.tile().level(), other);
        return new RightEdge(size, replaced);
    }

    TileHashes at(Tile tile) {
        var hashes = tiles.get(tile.level());
        if (hashes == null || !hashes.tile().equals(tile)) {
            throw new IllegalStateException("No tile of this edge: " + tile.path());
        }
        return hashes;
    }

    Hash root() {
        var contents = new LinkedHashMap<Tile, byte[]>();
        tiles.values().forEach(hashes -> contents.put(hashes.tile(), hashes.encoded()));
        return MerkleTree.root(size).answer(new TileNodes(size, wanted -> contents));
    }
}
