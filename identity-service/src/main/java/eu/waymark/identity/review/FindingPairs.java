package eu.waymark.identity.review;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.link.Links;
import eu.waymark.identity.link.Pairs;
import eu.waymark.identity.record.IdDigest;
import eu.waymark.identity.record.PersonFinder;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.review.Pairings.Waiting;
import eu.waymark.identity.review.Queueing.Suggestion;
import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks for the pairs of records that were made or corrected: soon after, and not while somebody waits. Replicas take
 * turns.
 */
@ApplicationScoped
class FindingPairs {

    /** One replica at a time. */
    private static final long LOCK = 0x57_41_59_50L;

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
        try (var connection = database.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> turn(connection));
        } catch (SQLException failed) {
            LOG.warnf("Pairs wait: %s", Faults.describe(failed));
        }
    }

    private void turn(Connection connection) throws SQLException {
        var goesOn = true;
        for (var batch = 0; goesOn && batch < BATCHES_A_TURN && isWanted(connection); batch++) {
            goesOn = attempt();
        }
    }

    private static boolean isWanted(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pairings_wanted()");
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

    /** @return whether there may be more */
    private boolean batch(Trail trail) {
        var waiting = pairings.next();
        var found = waiting.stream().flatMap(this::suggestions).toList();
        if (!found.isEmpty()) {
            // Whoever decides about links waits from here on: for a few inserts, and not for the comparing.
            links.lock();
        }
        trail.returned((int) found.stream().filter(queueing::suggest).count());
        pairings.done(waiting);
        trail.note("records", IdDigest.of(waiting.stream().map(Waiting::record)));
        return !waiting.isEmpty();
    }

    private Stream<Suggestion> suggestions(Waiting waiting) {
        return records.findByIdOptional(waiting.record()).stream().flatMap(this::suggestions);
    }

    private Stream<Suggestion> suggestions(PersonRecord record) {
        return finder.find(records.open(record)).hits().stream()
                .map(hit -> hit.record().id())
                .filter(other -> !other.equals(record.id()))
                .limit(MOST_PAIRS)
                .map(other -> pairs.of(record.id(), other))
                .flatMap(pair -> queueing.weigh(pair).stream());
    }
}
