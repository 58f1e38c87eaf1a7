package eu.waymark.platform.persistence.job;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.problem.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does what is due, one after the other, each in a transaction of its own with its event: one that fails keeps no other
 * waiting and is found again at the next turn. Replicas may find the same at once: the work locks it and says whether it was
 * still to do, and the event of a look that came too late says {@code done: false}.
 */
@Singleton
public class DueWork {

    private static final Logger LOG = Logger.getLogger(DueWork.class);

    /** In one turn, so that a turn ends. */
    private static final int MOST = 500;

    private final EntityManager entities;
    private final AuditedWork audited;
    private final MeterRegistry metrics;

    DueWork(EntityManager entities, AuditedWork audited, MeterRegistry metrics) {
        this.entities = entities;
        this.audited = audited;
        this.metrics = metrics;
    }

    /**
     * Does what a function of the database finds.
     *
     * @param function takes how many at most and gives ids; it sees rows without an event and shows no more than the id
     * @param work whether there was still something to do
     */
    public void each(String function, AuditEventType event, BiPredicate<UUID, Trail> work) {
        each(
                () -> Column.of(entities, "select " + function + "(:most)", UUID.class)
                        .setParameter("most", MOST)
                        .getResultList(),
                event,
                work);
    }

    /**
     * Does what is found in a transaction before.
     *
     * @param found tells of each no more than may stand in a log
     */
    public <T> void each(Supplier<List<T>> found, AuditEventType event, BiPredicate<T, Trail> work) {
        try {
            QuarkusTransaction.requiringNew().call(found::get).forEach(one -> attempt(one, event, work));
        } catch (RuntimeException failed) {
            LOG.warnf("%s waits: %s", event.code(), Faults.describe(failed));
            count(event);
        }
    }

    private <T> void attempt(T one, AuditEventType event, BiPredicate<T, Trail> work) {
        try {
            audited.runAsSystem(event, trail -> {
                var isDone = work.test(one, trail);
                if (!isDone) {
                    trail.note("done", "false");
                }
                return isDone;
            });
        } catch (RuntimeException failed) {
            LOG.warnf("%s of %s waits: %s", event.code(), one, Faults.describe(failed));
            count(event);
        }
    }

    /** For operators: work that is due and fails is found again, and again. */
    private void count(AuditEventType event) {
        metrics.counter("waymark.job.failures", "event", event.code()).increment();
    }
}
