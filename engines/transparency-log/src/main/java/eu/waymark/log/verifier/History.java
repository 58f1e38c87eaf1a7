package eu.waymark.log.verifier;

import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.TileNodes;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Holds a log to what it signed before. */
final class History {

    private final Checkpoint now;
    private final LogTiles log;
    private final Policy policy;

    History(Checkpoint now, LogTiles log, Policy policy) {
        this.now = now;
        this.log = log;
        this.policy = policy;
    }

    /** What someone kept of the log, and where. */
    record Kept(Path path, Checkpoint then) {}

    /**
     * @param path a checkpoint, or the folder of a kept log
     * @throws RefutedException if the log was rolled back since
     */
    Kept read(Path path) {
        var then = Notes.old(path, policy);
        if (!then.origin().equals(now.origin())) {
            throw new UndecidedException(path + " is a checkpoint of another log: " + then.origin());
        }
        if (then.size() > now.size()) {
            throw new RefutedException(
                    "size " + now.size(),
                    "The log was rolled back: it had " + then.size() + " leaves when it signed " + path + ".");
        }
        return new Kept(path, then);
    }

    /** @throws RefutedException if the log was rewritten since */
    void check(Kept kept) {
        if (!extended(kept.then())) {
            var leaf = difference(kept);
            throw new RefutedException(
                    leaf.isPresent()
                            ? "leaf " + leaf.getAsLong()
                            : "the first " + kept.then().size() + " leaves",
                    "The log was rewritten: it does not extend what it signed in " + kept.path() + ".");
        }
    }

    private boolean extended(Checkpoint then) {
        // An empty tree has one root, and a tree of the same size must have the same.
        if (then.size() == 0 || then.size() == now.size()) {
            return then.root().equals(then.size() == 0 ? Hash.EMPTY_ROOT : now.root());
        }
        return MerkleTree.consistency(then.size(), now.size())
                .answer(new TileNodes(now.size(), log))
                .verify(then.root(), now.root());
    }

    private OptionalLong difference(Kept kept) {
        if (!Files.isDirectory(kept.path())) {
            return OptionalLong.empty();
        }
        var tiles = new LogTiles(new FolderFiles(kept.path()), log.workers());
        return new FirstDifference(tiles, kept.then(), log, now).leaf();
    }
}
