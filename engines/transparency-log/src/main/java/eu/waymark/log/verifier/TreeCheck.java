package eu.waymark.log.verifier;

import eu.waymark.log.Hash;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.Tiles;
import eu.waymark.log.note.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Checks the tiles of a log from the signed root down, so that each tile is judged by one that was judged before it and the
 * first false one is named. Memory holds the level above the leaves, 32 bytes for 256 leaves, and never the leaves.
 */
final class TreeCheck {

    private static final int LEVELS = 8;

    private final Checkpoint checkpoint;
    private final long from;
    private final LogTiles source;
    private final Keeper keeper;
    private final LeafCheck leaves;

    /** The hashes of one level, from the one with index {@code begin} on. */
    private record Row(long begin, List<Hash> hashes) {

        Hash at(long index) {
            return hashes.get(Math.toIntExact(index - begin));
        }
    }

    /** @param from the number of leaves that were checked before, whose tiles are left out */
    TreeCheck(Checkpoint checkpoint, long from, LogTiles source, Keeper keeper, LeafCheck leaves) {
        this.checkpoint = checkpoint;
        this.from = from;
        this.source = source;
        this.keeper = keeper;
        this.leaves = leaves;
    }

    /** @throws RefutedException naming the first tile, or leaf, that is not what was signed */
    void check() {
        var edge = RightEdge.read(checkpoint.size(), source);
        if (edge.root().equals(checkpoint.root())) {
            edge.tiles().values().forEach(this::keep);
            descend(edge);
        } else {
            throw fault(edge);
        }
    }

    private RefutedException fault(RightEdge edge) {
        var blame = new Blame(edge, checkpoint.root(), source);
        return blame.culprit().orElseGet(() -> {
            if (leaves.readsEntries()) {
                // The chains of the events may tell more precisely what is wrong than a root can.
                descend(edge);
            }
            return blame.misfit()
                    .orElseGet(() -> new RefutedException(
                            "tree of size " + checkpoint.size(),
                            "Its tiles fit each other but do not lead to the root that was signed."));
        });
    }

    private void descend(RightEdge edge) {
        var above = new Row(0, List.of());
        for (var level = LEVELS - 1; level > 0; level--) {
            above = row(level, above, edge);
        }
        var parents = above;
        source.workers().inOrder(tiles(0), tile -> leaves.judge(judged(tile, parents, edge)), leaves::accept);
    }

    private Row row(int level, Row above, RightEdge edge) {
        var hashes = new ArrayList<Hash>();
        source.workers()
                .inOrder(tiles(level), tile -> judged(tile, above, edge), judged -> hashes.addAll(judged.hashes()));
        return new Row(first(level) * Tile.FULL, hashes);
    }

    private TileHashes judged(Tile tile, Row above, RightEdge edge) {
        if (!tile.full()) {
            return edge.at(tile);
        }
        var hashes = source.read(tile);
        if (!hashes.root().equals(above.at(tile.index()))) {
            throw RefutedException.tile(tile.path(), "It does not lead to the root that was signed.");
        }
        keep(hashes);
        return hashes;
    }

    private void keep(TileHashes hashes) {
        keeper.keep("tile/" + hashes.tile().path(), hashes.encoded());
    }

    private Stream<Tile> tiles(int level) {
        var size = checkpoint.size();
        return LongStream.iterate(
                        first(level), index -> Tiles.at(level, index, size).isPresent(), index -> index + 1)
                .mapToObj(index -> Tiles.at(level, index, size).orElseThrow());
    }

    private long first(int level) {
        return (from >> level * Byte.SIZE) / Tile.FULL;
    }
}
