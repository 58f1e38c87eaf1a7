package eu.waymark.audit.log;

import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Signs a checkpoint whenever the log has grown; an empty log has one too. */
@ApplicationScoped
class CheckpointPublisher {

    private static final Logger LOG = Logger.getLogger(CheckpointPublisher.class);

    private final LogConfig config;
    private final LogGate gate;
    private final LogKey key;
    private final Tree tree;
    private final Checkpoints checkpoints;
    private final Published published;
    // The scheduler extension ticks once a second at most; coverage is promised faster.
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("checkpoints").factory());

    CheckpointPublisher(
            LogConfig config, LogGate gate, LogKey key, Tree tree, Checkpoints checkpoints, Published published) {
        this.config = config;
        this.gate = gate;
        this.key = key;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.published = published;
    }

    void start(@Observes StartupEvent event) {
        publish();
        var pause = config.checkpointEvery().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::publishOrReport, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.close();
    }

    /** Signs the committed size, unless it is signed already or the log must not sign. */
    void publish() {
        if (!gate.check()) {
            return;
        }
        var size = tree.size();
        var newest = checkpoints.newest();
        if (newest.isEmpty() || newest.get().size() < size) {
            sign(size, newest);
        }
    }

    /**
     * Signs a root only together with the proof that it extends what was signed last: tables that somebody alters between
     * the check and the signature would otherwise get the signature that they need.
     */
    void sign(long size, Optional<Checkpoints.Signed> last) {
        var root = tree.root(size);
        if (last.map(key::open).stream().allMatch(signed -> isExtended(signed, size, root))) {
            checkpoints.add(size, key.sign(size, root));
            published.forget();
        } else {
            LOG.fatalf("The tree at size %d does not extend the last checkpoint: it is not signed", size);
        }
    }

    private boolean isExtended(Checkpoint last, long size, Hash root) {
        return last.size() == 0
                || tree.answer(MerkleTree.consistency(last.size(), size), size).verify(last.root(), root);
    }

    /** An exception would end the schedule, and a database that is away comes back. */
    private void publishOrReport() {
        try {
            publish();
            published.refreshed();
        } catch (RuntimeException e) {
            LOG.errorf("No checkpoint could be published, trying again: %s", Faults.describe(e));
        }
    }
}
