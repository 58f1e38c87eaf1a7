package eu.waymark.audit.log;

import eu.waymark.audit.log.Sequence.Placed;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A batch of one producer on its way into the log: all of it or none.
 *
 * @param leaves in the order in which they are to stand
 * @param answer completed once the batch is durable, or refused
 */
record Submission(String source, int epoch, List<Leaf> leaves, CompletableFuture<List<Placed>> answer) {

    Submission(String source, int epoch, List<Leaf> leaves) {
        this(source, epoch, leaves, new CompletableFuture<>());
    }

    int events() {
        return leaves.size();
    }

    int bytes() {
        return leaves.stream().mapToInt(Leaf::bytes).sum();
    }

    void refuse(RuntimeException why) {
        answer.completeExceptionally(why);
    }
}
