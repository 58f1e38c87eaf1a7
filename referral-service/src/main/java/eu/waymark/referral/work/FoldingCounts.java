package eu.waymark.referral.work;

import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Sums up the changes of counts, so that counting stays quick. What is counted is the same before and after. */
@Singleton
class FoldingCounts {

    private static final Logger LOG = Logger.getLogger(FoldingCounts.class);

    /** WAYW */
    private static final long LOCK = 0x57_41_59_57L;

    private final AgroalDataSource database;

    FoldingCounts(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(
            every = "{waymark.work.counts-folded}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try (var connection = database.getConnection()) {
            AdvisoryLock.whileHeld(connection, LOCK, () -> {
                try (var fold = connection.prepareStatement("select fold_work_counts()")) {
                    fold.executeQuery().close();
                }
            });
        } catch (SQLException failed) {
            LOG.warnf("Counts of work are not folded: %s", Faults.describe(failed));
        }
    }
}
