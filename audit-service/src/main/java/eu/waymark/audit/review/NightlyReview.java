package eu.waymark.audit.review;

import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Reviews the log every night, on one replica. */
@Singleton
class NightlyReview {

    private static final Logger LOG = Logger.getLogger(NightlyReview.class);
    private static final long REVIEW_LOCK = 0x726576696577L;

    private final DataSource database;
    private final Reviewing reviewing;

    NightlyReview(DataSource database, Reviewing reviewing) {
        this.database = database;
        this.reviewing = reviewing;
    }

    @Scheduled(
            cron = "${waymark.log.review-cron:0 30 2 * * ?}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try (var connection = database.getConnection()) {
            AdvisoryLock.whileHeld(connection, REVIEW_LOCK, reviewing::review);
        } catch (SQLException | RuntimeException failed) {
            LOG.errorf("The log was not reviewed to its end: %s", Faults.describe(failed));
        }
    }
}
