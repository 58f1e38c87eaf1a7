package eu.waymark.log.verifier;

import eu.waymark.log.EntryBundle;
import eu.waymark.log.Hash;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds which tile of a right edge keeps it from the root that was signed: the one which, computed anew from what lies
 * below it, leads there.
 */
final class Blame {

    private final RightEdge edge;
    private final Hash signed;
    private final LogTiles source;
    private final List<RefutedException> misfits = new ArrayList<>();

    Blame(RightEdge edge, Hash signed, LogTiles source) {
        this.edge = edge;
        this.signed = signed;
        this.source = source;
    }

    /** The tile that is proved wrong, if one alone is. */
    Optional<RefutedException> culprit() {
        return edge.tiles().values().stream()
                .filter(hashes -> leadsToTheRoot(hashes.tile(), below(hashes)))
                .findFirst()
                .map(hashes -> RefutedException.tile(
                        hashes.tile().path(), "It does not hold the hashes of what lies below it."));
    }

    /** After {@link #culprit}: a tile that does not fit the one above it, though neither is proved wrong. */
    Optional<RefutedException> misfit() {
        return misfits.stream().findFirst();
    }

    private boolean leadsToTheRoot(Tile tile, List<Hash> hashes) {
        return edge.with(new TileHashes(tile, hashes)).root().equals(signed);
    }

    private List<Hash> below(TileHashes hashes) {
        return hashes.tile().level() == 0 ? entries(hashes) : roots(hashes);
    }

    private List<Hash> roots(TileHashes above) {
        var tile = above.tile();
        var roots = new ArrayList<Hash>();
        for (var at = 0; at < tile.width(); at++) {
            var given = above.hashes().get(at);
            var child = new Tile(tile.level() - 1, tile.index() * Tile.FULL + at, Tile.FULL);
            var root = root(child).orElse(given);
            if (!root.equals(given)) {
                misfits.add(RefutedException.tile(child.path(), "It does not fit tile " + tile.path() + " above it."));
            }
            roots.add(root);
        }
        return roots;
    }

    private Optional<Hash> root(Tile tile) {
        try {
            return Optional.of(source.read(tile).root());
        } catch (MissingTileException | InvalidTileException e) {
            misfits.add(RefutedException.tile(tile.path(), e.getMessage() + "."));
            return Optional.empty();
        }
    }

    private List<Hash> entries(TileHashes leaves) {
        var bundle = new EntryBundle(leaves.tile().index(), leaves.tile().width());
        try {
            return source.find(bundle)
                    .map(content ->
                            bundle.decode(content).stream().map(Hash::ofLeaf).toList())
                    .orElse(leaves.hashes());
        } catch (UndecidedException | InvalidTileException e) {
            // The entries may be closed to whoever asks, or be what is wrong: they only help to find a culprit here.
            return leaves.hashes();
        }
    }
}
