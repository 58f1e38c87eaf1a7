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

    LogTiles(Jdbc jdbc, Tree tree, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.checkpoints = checkpoints;
    }

    /** The content of a tile, in whatever width it has once had. */
    public Optional<byte[]> hashes(Tile tile) {
        return isCovered(tile)
                ? Optional.ofNullable(tree.tiles().fetch(Set.of(tile)).get(tile))
                : Optional.empty();
    }

    /** The entries of a bundle. They are read through the guard, so only audited work can ask. */
    public Optional<byte[]> entries(EntryBundle bundle) {
        if (!isCovered(bundle.tile())) {
            return Optional.empty();
        }
        var entries = jdbc.list(
                "select body from leaf where leaf_index >= ? and leaf_index < ? order by leaf_index",
                row -> row.getBytes(1),
                bundle.firstLeaf(),
                bundle.firstLeaf() + bundle.width());
        return entries.size() == bundle.width() ? Optional.of(bundle.encode(entries)) : Optional.empty();
    }

    private boolean isCovered(Tile tile) {
        var hashes = checkpoints.newest().map(Checkpoints.Signed::size).orElse(0L) >> 8 * tile.level();
        return tile.index() * Tile.FULL + tile.width() <= hashes;
    }
}
