package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.register.RegisterEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Tells identity and referral again whose work conceals itself. Each naming is told as it is made; this is for a service that
 * forgot it, with a database restored or a key replaced.
 */
@Singleton
class TellingConcealedWork {

    private final EntityManager entities;
    private final DueWork due;

    TellingConcealedWork(EntityManager entities, DueWork due) {
        this.entities = entities;
        this.due = due;
    }

    @Scheduled(
            every = "{waymark.register.concealed-work-told}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(() -> List.of("all"), RegisterEvent.CONCEALED_WORK_TOLD, this::tell);
    }

    /** The event tells neither how many nor who. */
    private boolean tell(String all, Trail trail) {
        return Column.of(entities, "select tell_concealed_work()", Boolean.class)
                .getSingleResult();
    }
}
