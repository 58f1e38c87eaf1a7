package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.log.EntryBundle;
import eu.waymark.log.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The tiles of the log, as far as a signed checkpoint vouches for them. */
@ApplicationScoped
public class LogTiles {

    private final Jdbc jdbc;
    private final Tree tree;
    private final Checkpoints checkpoints;
    private final Published published;

    LogTiles(Jdbc jdbc, Tree tree, Checkpoints checkpoints, Published published) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.published = published;
    }

    /** The content of a tile, in whatever width it has once had. */
    public Optional<Vouched<byte[]>> hashes(Tile tile) {
        return isSigned(tile)
                ? Optional.ofNullable(tree.tiles().fetch(Set.of(tile)).get(tile))
                        .map(hashes -> vouched(tile, hashes))
                : Optional.empty();
    }

    /** The entries of a bundle. They are read through the guard, so only audited work can ask. */
    public Optional<Vouched<byte[]>> entries(EntryBundle bundle) {
        if (!isSigned(bundle.tile())) {
            return Optional.empty();
        }
        var entries = jdbc.list(
                "select body from leaf where leaf_index >= ? and leaf_index < ? order by leaf_index",
                row -> row.getBytes(1),
                bundle.firstLeaf(),
                bundle.firstLeaf() + bundle.width());
        return entries.size() == bundle.width()
                ? Optional.of(vouched(bundle.tile(), bundle.encode(entries)))
                : Optional.empty();
    }

    private Vouched<byte[]> vouched(Tile tile, byte[] content) {
        return new Vouched<>(content, isCovered(tile, published.checkpoint()));
    }

    private boolean isSigned(Tile tile) {
        return isCovered(tile, checkpoints.newest());
    }

    private static boolean isCovered(Tile tile, Optional<Checkpoints.Signed> by) {
        var hashes = by.map(Checkpoints.Signed::size).orElse(0L) >> 8 * tile.level();
        return tile.index() * Tile.FULL + tile.width() <= hashes;
    }
}
