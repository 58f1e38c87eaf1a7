package eu.waymark.identity.review;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.link.Links;
import eu.waymark.identity.link.Pairs;
import eu.waymark.identity.record.IdDigest;
import eu.waymark.identity.record.PersonFinder;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks for the pairs of records that were made or corrected: soon after, and not while somebody waits. Replicas take
 * turns.
 */
@ApplicationScoped
class FindingPairs {

    private static final Logger LOG = Logger.getLogger(FindingPairs.class);

    /** A record like many others is not put beside all of them. */
    private static final int MOST_PAIRS = 20;

    private static final int BATCHES_A_TURN = 100;

    private final AgroalDataSource database;
    private final AuditedWork work;
    private final Pairings pairings;
    private final Links links;
    private final PersonRecords records;
    private final PersonFinder finder;
    private final Pairs pairs;
    private final Queueing queueing;

    FindingPairs(
            AgroalDataSource database,
            AuditedWork work,
            Pairings pairings,
            Links links,
            PersonRecords records,
            PersonFinder finder,
            Pairs pairs,
            Queueing queueing) {
        this.database = database;
        this.work = work;
        this.pairings = pairings;
        this.links = links;
        this.records = records;
        this.finder = finder;
        this.pairs = pairs;
        this.queueing = queueing;
    }

    @Scheduled(
            every = "{waymark.pairing.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            var goesOn = true;
            for (var batch = 0; goesOn && batch < BATCHES_A_TURN && isWanted(); batch++) {
                goesOn = attempt();
            }
        } catch (SQLException failed) {
            LOG.warnf("Pairs wait: %s", Faults.describe(failed));
        }
    }

    private boolean isWanted() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select pairings_wanted()");
                var rows = select.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** A record that cannot be compared goes to the end, alone, so that it stands in nobody's way. */
    private boolean attempt() {
        try {
            return work.runAsSystem(IdentityEvent.PAIRS_QUEUED, this::batch);
        } catch (RuntimeException failed) {
            LOG.warnf("Pairs of some records wait: %s", Faults.describe(failed));
            return work.runAsSystem(IdentityEvent.PAIRS_QUEUED, trail -> {
                trail.returned(0);
                return pairings.postpone() > 0;
            });
        }
    }

    /** @return whether there may be more; another replica may have the rest in hand */
    private boolean batch(Trail trail) {
        // Of two replicas that find one pair from either side the second must see that it waits already.
        links.lock();
        var queued = 0;
        var taken = pairings.take();
        for (var record : taken) {
            queued += pairsOf(record);
        }
        pairings.done(taken);
        trail.returned(queued);
        trail.note("records", IdDigest.of(taken.stream()));
        return !taken.isEmpty();
    }

    private int pairsOf(UUID id) {
        var record = records.findById(id);
        return (int) finder.find(records.open(record)).hits().stream()
                .map(hit -> hit.record().id())
                .filter(other -> !other.equals(id))
                .limit(MOST_PAIRS)
                .filter(other -> isQueued(record, other))
                .count();
    }

    private boolean isQueued(PersonRecord record, UUID other) {
        return queueing.suggest(pairs.of(record.id(), other)).isPresent();
    }
}
