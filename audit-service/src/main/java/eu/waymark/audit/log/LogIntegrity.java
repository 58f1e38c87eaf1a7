package eu.waymark.audit.log;

import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MissingNodeException;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.InvalidNoteException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Holds the stored tree against the newest checkpoint, and against those that witnesses show. */
@ApplicationScoped
class LogIntegrity {

    private final Checkpoints checkpoints;
    private final Tree tree;
    private final LogKey key;

    LogIntegrity(Checkpoints checkpoints, Tree tree, LogKey key) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.key = key;
    }

    /** Recomputes the roots at the newest checkpoint's size and at the last leaf; tells what is wrong, if anything. */
    Optional<String> fault() {
        return checkpoints.newest().flatMap(this::fault);
    }

    private Optional<String> fault(Checkpoints.Signed newest) {
        try {
            var signed = key.open(newest);
            if (signed.size() != newest.size()) {
                return Optional.of("its newest checkpoint is of another size");
            }
            return faultAgainst(signed).or(this::faultAtEdge);
        } catch (InvalidNoteException e) {
            return Optional.of("its newest checkpoint is not its own: " + e.getMessage());
        }
    }

    /** Whether the tree has this root at this size. Of a tree that is shorter than the checkpoint nothing more is said. */
    Optional<String> faultAgainst(Checkpoint checkpoint) {
        var size = tree.size();
        if (size < checkpoint.size()) {
            return Optional.of("it has %d leaves, and a checkpoint vouches for %d".formatted(size, checkpoint.size()));
        }
        try {
            return tree.root(checkpoint.size()).equals(checkpoint.root())
                    ? Optional.empty()
                    : Optional.of("its tree at size %d is not the one that was signed".formatted(checkpoint.size()));
        } catch (MissingTileException | MissingNodeException | InvalidTileException e) {
            return Optional.of("its tree cannot be read: " + e.getMessage());
        }
    }

    /** The leaves that no checkpoint covers yet must at least hang together. */
    private Optional<String> faultAtEdge() {
        var size = tree.size();
        try {
            tree.root(size);
            return Optional.empty();
        } catch (MissingTileException | MissingNodeException | InvalidTileException e) {
            return Optional.of("its tree does not reach its last leaf: " + e.getMessage());
        }
    }
}
