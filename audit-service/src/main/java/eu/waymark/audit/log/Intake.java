package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The batches that wait for the writer. Bounded in events and in bytes: when producers are faster than the disk they are
 * told to come back, and keep their events where they are durable already.
 */
@Singleton
class Intake {

    /**
     * Enough that one flush to disk serves many. With more, all producers would wait for one group, and then send their next
     * batches all at once: reading, writing and projecting would take turns instead of going on side by side.
     */
    private static final int GROUP_EVENTS = 500;

    private final LinkedBlockingQueue<Submission> waiting = new LinkedBlockingQueue<>();
    private final Semaphore events;
    private final Semaphore bytes;

    @Inject
    Intake(LogConfig config) {
        this(config.queueEvents(), config.queueBytes());
    }

    Intake(int events, int bytes) {
        this.events = new Semaphore(events);
        this.bytes = new Semaphore(bytes);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 {@code busy} when there is no room */
    void offer(Submission submission) {
        if (!events.tryAcquire(submission.events())) {
            throw busy();
        }
        var size = submission.bytes();
        if (!bytes.tryAcquire(size)) {
            events.release(submission.events());
            throw busy();
        }
        var _ = submission.answer().whenComplete((_, _) -> {
            events.release(submission.events());
            bytes.release(size);
        });
        waiting.add(submission);
    }

    /**
     * Waits for a batch and takes those that came meanwhile: the commit of the last group is what gathers the next.
     *
     * @return empty when none came for a while
     */
    List<Submission> nextGroup() throws InterruptedException {
        var group = new ArrayList<Submission>();
        var gathered = 0;
        var next = waiting.poll(1, TimeUnit.SECONDS);
        while (next != null) {
            group.add(next);
            gathered += next.events();
            next = gathered < GROUP_EVENTS ? waiting.poll() : null;
        }
        return group;
    }

    private static RuntimeException busy() {
        return AuditProblem.BUSY
                .because("More events wait than the log takes at a time; they lose nothing by waiting in the outbox.")
                .retryAfter(1);
    }
}
