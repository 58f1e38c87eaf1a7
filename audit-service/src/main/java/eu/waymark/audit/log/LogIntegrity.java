package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.MissingNodeException;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Holds the stored tree against the newest checkpoint. Until they agree, nothing is appended or signed: a checkpoint over
 * an altered or rolled-back tree would make the lie official.
 */
@Default // A qualifier such as the next one would otherwise hide it from those who ask by type.
@Readiness
@ApplicationScoped
class LogIntegrity implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(LogIntegrity.class);

    private static final String INTACT = "";

    private final Checkpoints checkpoints;
    private final Leaves leaves;
    private final Nodes nodes;
    private final LogKey key;
    private volatile String fault = "not checked yet";

    LogIntegrity(Checkpoints checkpoints, Leaves leaves, Nodes nodes, LogKey key) {
        this.checkpoints = checkpoints;
        this.leaves = leaves;
        this.nodes = nodes;
        this.key = key;
    }

    /** Recomputes the root at the newest checkpoint's size from the stored nodes. */
    boolean check() {
        var found = checkpoints.newest().map(this::fault).orElse(INTACT);
        if (!found.equals(fault) && !found.equals(INTACT)) {
            LOG.fatalf("The log is closed: %s", found);
        }
        fault = found;
        return isIntact();
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 when the last check failed, or none was made yet */
    void require() {
        if (!isIntact()) {
            throw AuditProblem.LOG_NOT_TRUSTED.because("The log is closed until its operator has repaired it.");
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log matches its newest checkpoint")
                .status(isIntact())
                .build();
    }

    private boolean isIntact() {
        return fault.equals(INTACT);
    }

    private String fault(Checkpoints.Signed newest) {
        try {
            var signed = Checkpoint.open(SignedNote.parse(newest.note()), key.verifier());
            var size = leaves.size();
            if (size < newest.size()) {
                return "it is shorter than its newest checkpoint";
            }
            if (nodes.fetch(MerkleTree.frontier(size).nodes()).size() < Long.bitCount(size)) {
                return "its tree does not reach its last leaf";
            }
            var root = MerkleTree.root(newest.size()).answer(nodes);
            return signed.size() == newest.size() && signed.root().equals(root)
                    ? INTACT
                    : "its tree is not the one that its newest checkpoint was signed for";
        } catch (InvalidNoteException | MissingNodeException e) {
            return "its newest checkpoint cannot be held against it: " + e.getMessage();
        }
    }
}
