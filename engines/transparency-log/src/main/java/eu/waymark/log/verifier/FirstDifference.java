package eu.waymark.log.verifier;

import eu.waymark.log.Hash;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.MissingNodeException;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileNodes;
import eu.waymark.log.Tiles;
import eu.waymark.log.note.Checkpoint;
import java.util.List;
import java.util.OptionalLong;

/** Finds the first leaf of a kept log that is another in the log of today, by going down where their tiles differ. */
final class FirstDifference {

    private static final int TOP = 7;

    private final LogTiles kept;
    private final Checkpoint then;
    private final LogTiles log;
    private final Checkpoint now;

    FirstDifference(LogTiles kept, Checkpoint then, LogTiles log, Checkpoint now) {
        this.kept = kept;
        this.then = then;
        this.log = log;
        this.now = now;
    }

    /** Empty where the kept tiles are not complete, or not those that were signed then. */
    OptionalLong leaf() {
        try {
            var root = MerkleTree.root(then.size()).answer(new TileNodes(then.size(), kept));
            return root.equals(then.root()) ? descend() : OptionalLong.empty();
        } catch (MissingTileException | InvalidTileException | MissingNodeException e) {
            // Locating only adds to a verdict that stands already.
            return OptionalLong.empty();
        }
    }

    private OptionalLong descend() {
        var index = 0L;
        for (var level = TOP; level >= 0; level--) {
            var before = hashes(kept, level, index, then.size());
            var after = hashes(log, level, index, now.size());
            index = index * 256 + common(before, after);
        }
        return index < then.size() ? OptionalLong.of(index) : OptionalLong.empty();
    }

    private static List<Hash> hashes(LogTiles tiles, int level, long index, long size) {
        return Tiles.at(level, index, size)
                .map(tiles::read)
                .map(TileHashes::hashes)
                .orElse(List.of());
    }

    private static int common(List<Hash> before, List<Hash> after) {
        var at = 0;
        while (at < before.size() && at < after.size() && before.get(at).equals(after.get(at))) {
            at++;
        }
        return at;
    }
}
