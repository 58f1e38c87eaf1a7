package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.jdbc.SqlFailure;
import eu.waymark.audit.log.Sequence.Placed;
import eu.waymark.log.MerkleTree;
import eu.waymark.platform.persistence.audit.AuditLogClient.Numbered;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Appends the events of one producer to the log: all of a batch or none, and durable before it is acknowledged. */
@ApplicationScoped
class Appending {

    private final LogIntegrity integrity;
    private final Leaves leaves;
    private final Nodes nodes;
    private final ReadModel readModel;

    Appending(LogIntegrity integrity, Leaves leaves, Nodes nodes, ReadModel readModel) {
        this.integrity = integrity;
        this.leaves = leaves;
        this.nodes = nodes;
        this.readModel = readModel;
    }

    /**
     * @throws eu.waymark.platform.web.problem.ProblemException 409 {@code gap} or {@code equivocation}, 422 {@code
     *     invalid-event}, 503 {@code log-not-trusted}
     */
    List<Placed> append(String source, int epoch, List<Numbered> events) {
        integrity.require();
        var batch = events.stream()
                .map(event -> Leaf.read(source, epoch, event.seq(), event.body()))
                .toList();
        try {
            return QuarkusTransaction.requiringNew().call(() -> sequence(source, epoch, batch));
        } catch (SqlFailure refused) {
            if (refused.violates(ReadModel.UNIQUE_ID)) {
                throw AuditProblem.EQUIVOCATION.because("The log holds another event with the id of one of these.");
            }
            throw refused;
        }
    }

    private List<Placed> sequence(String source, int epoch, List<Leaf> batch) {
        leaves.lock();
        var frontier = MerkleTree.frontier(leaves.size()).answer(nodes);
        var sequence = new Sequence(frontier.size(), leaves.last(source, epoch), leaves.places(source, epoch, batch));
        var placed = batch.stream().map(sequence::place).toList();
        var fresh = sequence.fresh();
        leaves.append(frontier.size(), source, epoch, fresh);
        readModel.add(frontier.size(), fresh);
        nodes.add(frontier.append(fresh.stream().map(Leaf::hash).toList()).completed());
        return placed;
    }
}
