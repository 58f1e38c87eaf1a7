package eu.waymark.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The content of a tile: one hash for each unit of its width.
 *
 * @param hashes nodes of the tree at the level of the tile, from left to right
 */
public record TileHashes(Tile tile, List<Hash> hashes) {

    /** @throws IllegalArgumentException unless there are as many hashes as the tile is wide */
    public TileHashes {
        hashes = List.copyOf(hashes);
        if (hashes.size() != tile.width()) {
            throw new IllegalArgumentException("Tile " + tile.path() + " has not " + hashes.size() + " hashes");
        }
    }

    /** @throws InvalidTileException unless there are exactly 32 bytes for each unit of the width */
    public static TileHashes decode(Tile tile, byte[] content) {
        var expected = tile.width() * Hash.LENGTH;
        if (content.length != expected) {
            throw new InvalidTileException(tile.path(), "has " + content.length + " bytes, not " + expected);
        }
        var hashes = IntStream.range(0, tile.width()).mapToObj(at -> Hash.of(content, at * Hash.LENGTH));
        return new TileHashes(tile, hashes.toList());
    }

    /** The content as it is served and stored: 8192 bytes for a full tile. */
    public byte[] encoded() {
        var bytes = ByteBuffer.allocate(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    /**
     * The hash of this tile in the level above.
     *
     * @throws IllegalStateException for a partial tile, which must not be hashed into the level above
     */
    public Hash root() {
        if (!tile.full()) {
            throw new IllegalStateException("Tile " + tile.path() + " is partial and has no root");
        }
        return subtree(0, Tile.FULL);
    }

    /** The node, where it lies within this tile. */
    Hash node(NodeId id) {
        var leaves = 1 << id.level() % Tile.HEIGHT;
        var begin = (int) (id.index() * leaves % Tile.FULL);
        return subtree(begin, begin + leaves);
    }

    private Hash subtree(int begin, int end) {
        List<Hash> level = hashes.subList(begin, end);
        while (level.size() > 1) {
            level = parents(level);
        }
        return level.getFirst();
    }

    private static List<Hash> parents(List<Hash> level) {
        var parents = new ArrayList<Hash>(level.size() / 2);
        for (var at = 0; at < level.size(); at += 2) {
            parents.add(Hash.ofChildren(level.get(at), level.get(at + 1)));
        }
        return parents;
    }
}
