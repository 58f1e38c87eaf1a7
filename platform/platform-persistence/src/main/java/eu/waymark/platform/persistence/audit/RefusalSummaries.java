package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.persistence.audit.RefusalCounts.Count;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Turns the counts of past minutes into events, at the start and from then on. A count and its event are one
 * transaction, so that a crash loses neither and doubles neither.
 */
@Singleton
class RefusalSummaries {

    private static final Logger LOG = Logger.getLogger(RefusalSummaries.class);
    private static final long LOCK = 0x57_41_59_43L;

    private final RefusalCounts counts;
    private final AuditOutbox outbox;
    private final AgroalDataSource database;
    private final Clock clock;

    RefusalSummaries(RefusalCounts counts, AuditOutbox outbox, AgroalDataSource database, Clock clock) {
        this.counts = counts;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.audit.refusals.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::summarise) > 0) {
                LOG.debug("Refusals of past minutes are on record");
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Counted refusals wait for their event: %s", Faults.describe(failed));
        }
    }

    /** How many counts were taken; none when another replica is at it. */
    int summarise() throws SQLException {
        if (!isAlone()) {
            return 0;
        }
        var past = counts.takeBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
        past.stream()
                .filter(count -> count.refusals() > Refusals.EACH_ON_RECORD)
                .forEach(this::write);
        return past.size();
    }

    private void write(Count count) {
        var event = count.summary();
        EventBody.note(event, "coalesced", Integer.toString(count.refusals() - Refusals.EACH_ON_RECORD));
        EventBody.note(event, "minute", count.minute().toString());
        outbox.write(event);
    }

    /** Holds the lock until the transaction ends. */
    private boolean isAlone() throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            ask.setLong(1, LOCK);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
