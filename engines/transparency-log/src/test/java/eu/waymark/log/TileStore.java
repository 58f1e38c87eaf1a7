package eu.waymark.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A log kept in tiles, as a service builds them: full tiles from leaves and roots, partial ones for one size. */
final class TileStore implements TileSource {

    final Map<Tile, byte[]> tiles = new HashMap<>();
    final List<Set<Tile>> fetches = new ArrayList<>();

    /** Stores the full tiles that the leaves complete, and the partial tiles of each of the sizes. */
    static TileStore of(List<Hash> leaves, long... sizes) {
        var store = new TileStore();
        var roots = new HashMap<Tile, Hash>();
        Tiles.completed(0, leaves.size()).forEach(tile -> {
            var hashes = new TileHashes(tile, below(tile, leaves, roots));
            roots.put(tile, hashes.root());
            store.tiles.put(tile, hashes.encoded());
        });
        for (var size : sizes) {
            Tiles.partial(size)
                    .forEach(tile -> store.tiles.put(tile, new TileHashes(tile, below(tile, leaves, roots)).encoded()));
        }
        return store;
    }

    private static List<Hash> below(Tile tile, List<Hash> leaves, Map<Tile, Hash> roots) {
        return tile.nodes().stream()
                .map(node -> tile.level() == 0
                        ? leaves.get((int) node.index())
                        : roots.get(new Tile(tile.level() - 1, node.index(), Tile.FULL)))
                .toList();
    }

    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> wanted) {
        fetches.add(Set.copyOf(wanted));
        return wanted.stream().filter(tiles::containsKey).collect(Collectors.toMap(tile -> tile, tiles::get));
    }
}
