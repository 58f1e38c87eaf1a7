package eu.waymark.register.transfer;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells both agencies and those who inspect them when a transfer is overdue, once. The old holder stays responsible all the
 * while. Each is a transaction with its event, and of several replicas one writes it.
 */
@Singleton
class WatchingTransfers {

    private static final Logger LOG = Logger.getLogger(WatchingTransfers.class);
    private static final int MOST = 500;

    private final Transfers transfers;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final Clock clock;

    WatchingTransfers(
            Transfers transfers,
            Entries entries,
            Directory directory,
            Notifications notifications,
            EntityManager entities,
            AuditedWork audited,
            Clock clock) {
        this.transfers = transfers;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.entities = entities;
        this.audited = audited;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.transfers-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            QuarkusTransaction.requiringNew().call(this::overdue).forEach(this::attempt);
        } catch (RuntimeException failed) {
            LOG.warnf("Overdue transfers wait: %s", Faults.describe(failed));
        }
    }

    private List<UUID> overdue() {
        return entities.createNativeQuery("select overdue_transfers(:most)", UUID.class)
                .setParameter("most", MOST)
                .getResultList();
    }

    private void attempt(UUID id) {
        try {
            audited.runAsSystem(RegisterEvent.TRANSFER_OVERDUE, trail -> tell(id, trail));
        } catch (RuntimeException failed) {
            LOG.warnf("Transfer %s is overdue and waits: %s", id, Faults.describe(failed));
        }
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
