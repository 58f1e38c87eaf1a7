package eu.waymark.identity.search;

import eu.waymark.platform.persistence.query.Column;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/**
 * Deletes searches that no record can follow any more, and who was shown to whom by them: that stands in the audit trail, under
 * tags. A few thousand at a time, so that nobody waits for it, and by several replicas beside each other.
 */
@Singleton
class ForgettingSearches {

    private static final int MOST = 5_000;

    private final EntityManager entities;

    ForgettingSearches(EntityManager entities) {
        this.entities = entities;
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        while (forgotten() == MOST) {
            // The next ones.
        }
    }

    private int forgotten() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Column.of(entities, "select forget_searches(:most)", Integer.class)
                        .setParameter("most", MOST)
                        .getSingleResult());
    }
}
