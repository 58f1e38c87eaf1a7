package eu.waymark.identity.record;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Indexes records that stand under another secret or another scheme of the engine than the one in use. A batch is one
 * transaction with one event, taken by one replica; until all are done, questions are asked under every secret that is
 * configured.
 */
@ApplicationScoped
class IndexingAnew {

    private static final Logger LOG = Logger.getLogger(IndexingAnew.class);
    private static final int BATCH = 200;

    private final BlockingIndex index;
    private final IndexProgress progress;
    private final IndexRows rows;
    private final DemographicsVault vault;
    private final AuditedWork work;

    IndexingAnew(
            BlockingIndex index, IndexProgress progress, IndexRows rows, DemographicsVault vault, AuditedWork work) {
        this.index = index;
        this.progress = progress;
        this.rows = rows;
        this.vault = vault;
        this.work = work;
    }

    @Scheduled(
            every = "{waymark.keys.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            while (progress.isUnfinished(index.current().id())
                    && work.runAsSystem(IdentityEvent.PERSONS_INDEXED, this::indexBatch)) {
                Thread.yield();
            }
            while (progress.isLeftBehind(index.current().id())
                    && work.runAsSystem(IdentityEvent.PERSONS_INDEXED, this::indexLeftBehind)) {
                Thread.yield();
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Indexing anew waits: %s", Faults.describe(failed));
        }
    }

    private boolean indexBatch(Trail trail) {
        int epoch = index.current().id();
        var place = progress.take(epoch);
        place.ifPresent(after -> {
            var batch = rows.loadAfter(after, BATCH);
            var current =
                    rows.underEpoch(epoch, batch.stream().map(FoundPerson::no).toList());
            var others = batch.stream()
                    .filter(person -> !current.contains(person.no()))
                    .toList();
            indexAnew(others, trail);
            progress.advance(epoch, batch.isEmpty() ? null : batch.getLast().no());
        });
        return place.isPresent();
    }

    private boolean indexLeftBehind(Trail trail) {
        int epoch = index.current().id();
        if (!progress.takeFinished(epoch)) {
            return false;
        }
        indexAnew(rows.loadOthers(epoch, BATCH), trail);
        return true;
    }

    private void indexAnew(List<FoundPerson> people, Trail trail) {
        var findable = new HashMap<Long, Findable>();
        for (var person : people) {
            index.remove(person.id());
            findable.put(person.no(), index.findable(vault.open(person.id(), person.version(), person.sealed())));
        }
        index.add(findable);
        trail.returned(people.size());
        trail.note("records", IdDigest.of(people.stream().map(FoundPerson::id)));
    }
}
