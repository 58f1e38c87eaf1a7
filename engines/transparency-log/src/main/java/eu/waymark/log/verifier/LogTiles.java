package eu.waymark.log.verifier;

import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tiles and bundles among the files of a log. Where a partial one is gone, the full one in its place serves, since a log
 * may delete a partial tile once it has grown full (C2SP tlog-tiles).
 */
record LogTiles(LogFiles files, Workers workers) implements TileSource {

    private static final String FOLDER = "tile/";

    private record Loaded(Tile tile, Optional<byte[]> content) {}

    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> tiles) {
        var found = new HashMap<Tile, byte[]>();
        workers.inOrder(tiles.stream(), tile -> new Loaded(tile, find(tile)), loaded -> loaded.content()
                .ifPresent(content -> found.put(loaded.tile(), content)));
        return found;
    }

    /**
     * @throws MissingTileException if the log has no such tile
     * @throws InvalidTileException if it has not the length of one
     */
    TileHashes read(Tile tile) {
        return TileHashes.decode(tile, find(tile).orElseThrow(() -> new MissingTileException(tile)));
    }

    private Optional<byte[]> find(Tile tile) {
        return file(tile)
                .or(() -> tile.full()
                        ? Optional.empty()
                        : file(new Tile(tile.level(), tile.index(), Tile.FULL)).map(full -> prefix(full, tile)));
    }

    private Optional<byte[]> file(Tile tile) {
        return files.read(FOLDER + tile.path(), tile.width() * Hash.LENGTH);
    }

    private static byte[] prefix(byte[] full, Tile tile) {
        return Arrays.copyOf(full, Math.min(full.length, tile.width() * Hash.LENGTH));
    }

    /**
     * @return empty where the log has no such bundle
     * @throws InvalidTileException if a full bundle that serves for a partial one is malformed
     */
    Optional<byte[]> find(EntryBundle bundle) {
        return file(bundle)
                .or(() -> bundle.width() == Tile.FULL
                        ? Optional.empty()
                        : file(new EntryBundle(bundle.index(), Tile.FULL)).map(full -> prefix(full, bundle)));
    }

    private Optional<byte[]> file(EntryBundle bundle) {
        return files.read(FOLDER + bundle.path(), bundle.width() * (EntryBundle.LONGEST / Tile.FULL));
    }

    private static byte[] prefix(byte[] full, EntryBundle bundle) {
        var entries = new EntryBundle(bundle.index(), Tile.FULL).decode(full);
        return bundle.encode(entries.subList(0, bundle.width()));
    }
}
