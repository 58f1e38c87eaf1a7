package eu.waymark.identity.mirror;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.mirror.Mirror.Batch;
import eu.waymark.identity.record.IdDigest;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Fills the memory after a start and keeps it near the database, so that a question has little to catch up with. */
@ApplicationScoped
class FollowingPersons {

    private static final Logger LOG = Logger.getLogger(FollowingPersons.class);

    private final Mirror mirror;
    private final AuditedWork work;

    FollowingPersons(Mirror mirror, AuditedWork work) {
        this.mirror = mirror;
        this.work = work;
    }

    @Scheduled(
            every = "{waymark.mirror.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        if (!mirror.isNeeded()) {
            return;
        }
        try {
            mirror.follow(this::read);
        } catch (RuntimeException failed) {
            LOG.warnf("The memory of person records waits: %s", Faults.describe(failed));
        }
    }

    private void read(Batch batch) {
        work.runAsSystem(IdentityEvent.MIRROR_READ, trail -> {
            batch.read();
            trail.returned(batch.changes().size());
            trail.note("records", IdDigest.of(batch.changes().stream().map(PersonChange::person)));
            return true;
        });
    }
}
