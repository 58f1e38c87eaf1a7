package eu.waymark.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The nodes of a tree, computed from its tiles, so that {@link MerkleTree} answers from them. One question takes one fetch,
 * in which each tile is named once.
 *
 * <p>The tiles are not believed: a root or proof that comes of false ones does not verify.
 *
 * @param size the size of the tree, at most that for which the source has tiles
 */
public record TileNodes(long size, TileSource source) implements NodeSource {

    public TileNodes {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
    }

    /**
     * @return the nodes that a tree of this size has completed
     * @throws MissingTileException if the source lacks a tile that it should have
     * @throws InvalidTileException if a tile has not exactly the width that it should have
     */
    @Override
    public Map<NodeId, Hash> fetch(Set<NodeId> ids) {
        var wanted = new LinkedHashMap<Tile, List<NodeId>>();
        for (var id : ids) {
            Tiles.holding(id, size).ifPresent(tile -> wanted.computeIfAbsent(tile, none -> new ArrayList<>())
                    .add(id));
        }
        var contents = wanted.isEmpty() ? Map.<Tile, byte[]>of() : source.fetch(wanted.keySet());
        var found = new HashMap<NodeId, Hash>();
        wanted.forEach((tile, nodes) -> {
            var hashes = TileHashes.decode(tile, content(tile, contents));
            nodes.forEach(id -> found.put(id, hashes.node(id)));
        });
        return found;
    }

    private static byte[] content(Tile tile, Map<Tile, byte[]> contents) {
        var content = contents.get(tile);
        if (content == null) {
            throw new MissingTileException(tile);
        }
        return content;
    }
}
