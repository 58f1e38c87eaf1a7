package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.log.ConsistencyProof;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.MerkleTree;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;

/** Proofs against the newest checkpoint. */
@ApplicationScoped
public class Proofs {

    private final Checkpoints checkpoints;
    private final Nodes nodes;

    Proofs(Checkpoints checkpoints, Nodes nodes) {
        this.checkpoints = checkpoints;
        this.nodes = nodes;
    }

    /** An inclusion proof with the signed checkpoint that it leads to. */
    public record Covered(InclusionProof proof, String checkpoint) {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 while no checkpoint covers the leaf */
    public Covered inclusion(long leafIndex) {
        var newest = newest();
        if (newest.size() <= leafIndex) {
            throw notYetCovered();
        }
        return new Covered(MerkleTree.inclusion(leafIndex, newest.size()).answer(nodes), newest.note());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 unless {@code 0 < from <= to} and a checkpoint covers to */
    ConsistencyProof consistency(long from, long to) {
        if (from <= 0 || from > to || to > newest().size()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A proof leads from a size of at least 1 to one the newest checkpoint covers.")
                    .at("from", "is at least 1 and at most 'to'")
                    .at("to", "is at most the size of the newest checkpoint");
        }
        return MerkleTree.consistency(from, to).answer(nodes);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 before the first checkpoint */
    Checkpoints.Signed newest() {
        return checkpoints.newest().orElseThrow(Proofs::notYetCovered);
    }

    private static RuntimeException notYetCovered() {
        return AuditProblem.NOT_YET_COVERED
                .because("The next checkpoint covers it; ask again in a second.")
                .retryAfter(1);
    }
}
