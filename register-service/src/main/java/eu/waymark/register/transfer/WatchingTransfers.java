package eu.waymark.register.transfer;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Tells both agencies and those who inspect them when a transfer is overdue, once. The old holder stays responsible all the
 * while. Each is a transaction with its event, and of several replicas one writes it.
 */
@Singleton
class WatchingTransfers {

    private final Transfers transfers;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final DueWork due;
    private final Clock clock;

    WatchingTransfers(
            Transfers transfers,
            Entries entries,
            Directory directory,
            Notifications notifications,
            DueWork due,
            Clock clock) {
        this.transfers = transfers;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.transfers-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each("overdue_transfers", RegisterEvent.TRANSFER_OVERDUE, this::tell);
    }

    private boolean tell(UUID id, Trail trail) {
        trail.resource(id.toString());
        var transfer = transfers.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var isNew = transfer.isOpen() && transfer.overdueAt == null;
        if (isNew) {
            entries.trace(List.of(transfer.entryId), trail);
            transfer.overdueAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var country = directory.countryOf(transfer.fromAgency).orElse("");
            remind(transfer.fromAgency, transfer, country);
            remind(transfer.toAgency, transfer, country);
            directory.inspectorates(country).forEach(inspectorate -> remind(inspectorate, transfer, country));
        }
        return isNew;
    }

    private void remind(String agency, Transfer transfer, String country) {
        notifications.tellNationally(
                agency, NotificationKind.TRANSFER_OVERDUE, transfer.id, entries.childOf(transfer.entryId), country);
    }
}
