package eu.waymark.register.movement;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.addressee.Addressees;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Takes a notice that nobody has acknowledged in time to the central authority of the country where it went, once. Each is a
 * transaction with its event under a lock on its row, so of several replicas one writes it.
 */
@Singleton
class WatchingMovements {

    private final Movements movements;
    private final Entries entries;
    private final Addressees addressees;
    private final Directory directory;
    private final Notifications notifications;
    private final EntityManager entities;
    private final DueWork due;
    private final Clock clock;

    WatchingMovements(
            Movements movements,
            Entries entries,
            Addressees addressees,
            Directory directory,
            Notifications notifications,
            EntityManager entities,
            DueWork due,
            Clock clock) {
        this.movements = movements;
        this.entries = entries;
        this.addressees = addressees;
        this.directory = directory;
        this.notifications = notifications;
        this.entities = entities;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.movements-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each("overdue_movement_notices", RegisterEvent.MOVEMENT_OVERDUE, this::escalate);
    }

    private boolean escalate(UUID id, Trail trail) {
        var notice = entities.find(MovementNotice.class, id, LockModeType.PESSIMISTIC_WRITE);
        trail.resource(notice.movementId.toString());
        var isNew = notice.isOpen() && notice.overdueAt == null;
        if (isNew) {
            entries.trace(List.of(notice.entryId), trail);
            notice.overdueAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            remind(movements.holder(movements.findById(notice.movementId)), notice);
            if (!addressees.isKeptFrom(notice.country, notice.entryId)) {
                remind(notice.agency, notice);
                directory
                        .centralAuthority(notice.country)
                        .filter(authority -> !authority.equals(notice.agency))
                        .ifPresent(authority -> escalateTo(authority, notice));
            }
        }
        return isNew;
    }

    private void escalateTo(String authority, MovementNotice notice) {
        notice.escalatedTo = authority;
        remind(authority, notice);
    }

    private void remind(String agency, MovementNotice notice) {
        notifications.tellNationally(
                agency,
                NotificationKind.MOVEMENT_OVERDUE,
                notice.movementId,
                entries.childOf(notice.entryId),
                notice.country);
    }
}
