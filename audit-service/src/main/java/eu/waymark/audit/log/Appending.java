package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.log.Sequence.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Appends the events of one producer to the log: all of a batch or none, and durable before it is acknowledged. */
@ApplicationScoped
class Appending {

    private static final int PATIENCE_SECONDS = 30;

    private final LogGate gate;
    private final Intake intake;
    private final LeafIndexing indexing;

    Appending(LogGate gate, Intake intake, LeafIndexing indexing) {
        this.gate = gate;
        this.intake = intake;
        this.indexing = indexing;
    }

    /**
     * @throws eu.waymark.platform.web.problem.ProblemException 409 {@code gap}, {@code equivocation}, {@code broken-chain}
     *     or {@code epoch-closed}, 422 {@code invalid-event}, 503 when the log takes nothing now
     */
    List<Placed> append(String source, int epoch, List<Numbered> events) {
        gate.require();
        var leaves = events.stream()
                .map(event -> indexing.indexed(Leaf.read(source, epoch, event)))
                .toList();
        var submission = new Submission(source, epoch, leaves);
        intake.offer(submission);
        return await(submission);
    }

    private static List<Placed> await(Submission submission) {
        try {
            return submission.answer().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException("A batch is refused with a problem", refused);
        } catch (TimeoutException slow) {
            throw unknown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return AuditProblem.NOT_WRITTEN
                .because("Send the events again; what was written already keeps its place.")
                .retryAfter(5);
    }
}
