package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.register.RegisterEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Reminds the named workers of hidden children, among what they find at {@code /notices}, that a review is due within two
 * weeks or overdue: once for each due day. No inbox of an agency tells it, for that would tell the agency.
 */
@Singleton
class RemindingSealedReviews {

    private static final int SOON_DAYS = 14;

    private final EntityManager entities;
    private final DueWork due;
    private final Clock clock;

    RemindingSealedReviews(EntityManager entities, DueWork due, Clock clock) {
        this.entities = entities;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.reviews-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(
                () -> ask("select sealed_reviews_wait(:today, :soon)") ? List.of("all") : List.of(),
                RegisterEvent.SEALED_REVIEWS_REMINDED,
                (all, trail) -> ask("select remind_sealed_reviews(:today, :soon)"));
    }

    private boolean ask(String function) {
        var today = LocalDate.now(clock);
        return Column.of(entities, function, Boolean.class)
                .setParameter("today", today)
                .setParameter("soon", today.plusDays(SOON_DAYS))
                .getSingleResult();
    }
}
