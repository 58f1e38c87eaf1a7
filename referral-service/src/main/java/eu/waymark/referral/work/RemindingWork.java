package eu.waymark.referral.work;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.referral.ReferralEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tells an agency once each when half, four fifths and all of the time for something have gone, those who wait for it when
 * it is overdue, and the central authority when it still is two days later. Each is a transaction with its event; of several
 * replicas one tells it, since what was told stands in the item that it locks. Where several are late at once, after a
 * standstill say, only the last is told.
 */
@Singleton
class RemindingWork {

    private static final int MOST = 500;

    private final EntityManager entities;
    private final WorkItems items;
    private final Escalating escalating;
    private final PersonTags tags;
    private final DueWork due;
    private final Clock clock;

    RemindingWork(
            EntityManager entities, WorkItems items, Escalating escalating, PersonTags tags, DueWork due, Clock clock) {
        this.entities = entities;
        this.items = items;
        this.escalating = escalating;
        this.tags = tags;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.work.reminded}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(this::due, ReferralEvent.WORK_REMINDED, this::remind);
    }

    private List<UUID> due() {
        return Column.of(entities, "select work_to_remind(:now, :most)", UUID.class)
                .setParameter("now", clock.instant())
                .setParameter("most", MOST)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    private boolean remind(UUID id, Trail trail) {
        trail.resource(id.toString());
        var item = items.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (item == null) {
            return false; // erased since it was found
        }
        tags.find(item.personRecordId).ifPresent(trail::about);
        var now = clock.instant();
        var stage = item.stageAt(now);
        if (stage.isEmpty()) {
            return false;
        }
        trail.note("stage", stage.get().code());
        escalating.tell(item, stage.get());
        note(item, stage.get(), now);
        return true;
    }

    private void note(WorkItem item, Stage stage, Instant now) {
        items.update(
                "reminded = ?1, escalatedAt = ?2 where id = ?3",
                stage.percent(),
                stage == Stage.ESCALATED ? now : null,
                item.id);
    }
}
