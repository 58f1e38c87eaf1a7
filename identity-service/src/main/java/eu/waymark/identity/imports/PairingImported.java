package eu.waymark.identity.imports;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.ImportedPairs;
import eu.waymark.identity.record.PossiblePairs;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;

/**
 * Looks for each imported record whether somebody else on record may be the same child, and hands what it finds to
 * people for review. Behind the import, so that an import is not slowed down by it; a batch is taken by one replica.
 */
@ApplicationScoped
class PairingImported {

    private static final Logger LOG = Logger.getLogger(PairingImported.class);
    private static final int BATCH = 50;

    private final PairSearches queue;
    private final ImportedPairs pairs;
    private final Instance<PossiblePairs> reviews;
    private final AuditedWork work;

    PairingImported(PairSearches queue, ImportedPairs pairs, Instance<PossiblePairs> reviews, AuditedWork work) {
        this.queue = queue;
        this.pairs = pairs;
        this.reviews = reviews;
        this.work = work;
    }

    @Scheduled(
            every = "{waymark.pairs.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            while (reviews.isResolvable()
                    && queue.isWaiting()
                    && work.runAsSystem(IdentityEvent.PAIRS_SEARCHED, this::searchBatch)) {
                Thread.yield();
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Pairs of imported records wait: %s", Faults.describe(failed));
        }
    }

    private boolean searchBatch(Trail trail) {
        var taken = queue.take(BATCH);
        trail.returned(pairs.search(taken, reviews.get()));
        trail.note("records", Integer.toString(taken.size()));
        return !taken.isEmpty();
    }
}
