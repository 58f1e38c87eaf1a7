package eu.waymark.register.alert;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Tells receivers that have not answered every day again, until they have. Each is a transaction with its event under a lock
 * on its row, so of several replicas one writes it.
 */
@Singleton
class RemindingReceivers {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final Alerts alerts;
    private final Entries entries;
    private final Barriers barriers;
    private final Directory directory;
    private final Notifications notifications;
    private final EntityManager entities;
    private final DueWork due;
    private final Clock clock;

    RemindingReceivers(
            Alerts alerts,
            Entries entries,
            Barriers barriers,
            Directory directory,
            Notifications notifications,
            EntityManager entities,
            DueWork due,
            Clock clock) {
        this.alerts = alerts;
        this.entries = entries;
        this.barriers = barriers;
        this.directory = directory;
        this.notifications = notifications;
        this.entities = entities;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.alerts-reminded}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each("silent_alert_receipts", RegisterEvent.ALERT_REMINDED, this::remind);
    }

    private boolean remind(UUID id, Trail trail) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var receipt = entities.find(AlertReceipt.class, id, LockModeType.PESSIMISTIC_WRITE);
        trail.resource(receipt.alertId.toString());
        entries.trace(List.of(receipt.entryId), trail);
        var isDue = !receipt.remindedAt.isAfter(now.minus(AGAIN));
        if (isDue) {
            receipt.remindedAt = now;
        }
        var isTold = isDue
                && barriers.of(receipt.entryId, receipt.agency, receipt.country).isEmpty();
        if (isTold) {
            var alert = alerts.findById(receipt.alertId);
            notifications.tellNationally(
                    receipt.agency,
                    NotificationKind.ALERT_REMINDER,
                    alert.id,
                    entries.childOf(receipt.entryId),
                    directory.countryOf(alerts.holder(alert)).orElse(""));
        }
        return isTold;
    }
}
