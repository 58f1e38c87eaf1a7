package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.log.ConsistencyProof;
import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.TileNodes;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Proofs against the checkpoint that the log publishes. */
@ApplicationScoped
public class Proofs {

    private static final Logger LOG = Logger.getLogger(Proofs.class);

    private final Tree tree;
    private final Checkpoints checkpoints;
    private final Published published;
    private final KeptTiles kept;
    private final LogKey key;

    Proofs(Tree tree, KeptTiles kept, Checkpoints checkpoints, Published published, LogKey key) {
        this.tree = tree;
        this.kept = kept;
        this.checkpoints = checkpoints;
        this.published = published;
        this.key = key;
    }

    /**
     * A leaf's place in the tree that a checkpoint vouches for.
     *
     * @param checkpoint the note with all its signatures
     */
    public record Covered(InclusionProof proof, String checkpoint) {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 while no checkpoint covers the leaf */
    public Covered inclusion(long leafIndex, Hash leaf) {
        var newest = published
                .checkpoint()
                .filter(checkpoint -> checkpoint.size() > leafIndex)
                .or(published::refreshed)
                .filter(checkpoint -> checkpoint.size() > leafIndex)
                .orElseThrow(Proofs::notYetCovered);
        return new Covered(inclusion(leafIndex, leaf, newest), newest.cosigned());
    }

    /** From memory as far as that leads to the signed root; otherwise as the tables tell it, true or not. */
    private InclusionProof inclusion(long leafIndex, Hash leaf, Checkpoints.Signed newest) {
        var question = MerkleTree.inclusion(leafIndex, newest.size());
        try {
            var quick = question.answer(new TileNodes(newest.size(), kept.before(tree.tiles())));
            if (quick.verify(leaf, newest.root())) {
                return quick;
            }
        } catch (MissingTileException | InvalidTileException | InvalidNoteException damaged) {
            LOG.debugf("No proof comes of what is in memory: %s", damaged.getMessage());
        }
        kept.forget();
        return tree.answer(question, newest.size());
    }

    /**
     * What the published checkpoint says of some leaves.
     *
     * @param size of the checkpoint; 0 before the first
     * @param included the indices of those that are in its tree
     */
    public record Coverage(long size, Set<Long> included) {}

    /** Proves leaves into the published checkpoint, all with one look at the tiles. */
    public Coverage coverage(Map<Long, Hash> leaves) {
        return published
                .checkpoint()
                .map(newest -> new Coverage(newest.size(), included(leaves, newest)))
                .orElse(new Coverage(0, Set.of()));
    }

    private Set<Long> included(Map<Long, Hash> leaves, Checkpoints.Signed newest) {
        try {
            var checkpoint = key.open(newest);
            var covered = new TreeMap<>(leaves);
            covered.keySet().removeIf(index -> index < 0 || index >= checkpoint.size());
            return new LeavesInTree(checkpoint.size(), checkpoint.root(), tree.tiles()).included(covered);
        } catch (InvalidNoteException notOurs) {
            return Set.of();
        }
    }

    /**
     * Up to the newest checkpoint: witnesses ask before they sign it.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 422 unless {@code 0 < from <= to} and the log has signed to
     */
    Vouched<ConsistencyProof> consistency(long from, long to) {
        if (from <= 0 || from > to || !isWithin(to, checkpoints.newest())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A proof leads from a size of at least 1 to one that the log has signed.")
                    .at("from", "is at least 1 and at most 'to'")
                    .at("to", "is at most the size of the newest checkpoint");
        }
        var proof = tree.answer(MerkleTree.consistency(from, to), to);
        return new Vouched<>(proof, isWithin(to, published.checkpoint()));
    }

    private static boolean isWithin(long size, Optional<Checkpoints.Signed> checkpoint) {
        return checkpoint.filter(signed -> size <= signed.size()).isPresent();
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 before the first checkpoint */
    Checkpoints.Signed newest() {
        return published.checkpoint().orElseThrow(Proofs::notYetCovered);
    }

    private static RuntimeException notYetCovered() {
        return AuditProblem.NOT_YET_COVERED
                .because("The next checkpoint covers it; ask again in a second.")
                .retryAfter(1);
    }
}
