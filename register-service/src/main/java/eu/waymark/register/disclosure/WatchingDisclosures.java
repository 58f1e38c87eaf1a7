package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.audit.AuditEventType;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Reminds the holder when four fifths of the time to answer are gone, and takes what nobody has decided in time to its
 * central authority, each once. Silence decides nothing. Each is a transaction with its event under a lock on its row, so of
 * several replicas one writes it.
 */
@Singleton
class WatchingDisclosures {

    private static final Logger LOG = Logger.getLogger(WatchingDisclosures.class);
    private static final int MOST = 500;

    private final Disclosures disclosures;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final Clock clock;

    WatchingDisclosures(
            Disclosures disclosures,
            Entries entries,
            Directory directory,
            Notifications notifications,
            EntityManager entities,
            AuditedWork audited,
            Clock clock) {
        this.disclosures = disclosures;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.entities = entities;
        this.audited = audited;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.disclosures-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        each("select disclosures_to_remind(:most)", RegisterEvent.DISCLOSURE_REMINDED, this::remind);
        each("select overdue_disclosures(:most)", RegisterEvent.DISCLOSURE_OVERDUE, this::escalate);
    }

    private void each(String which, AuditEventType event, BiConsumer<Disclosure, Instant> work) {
        try {
            QuarkusTransaction.requiringNew().call(() -> find(which)).forEach(id -> attempt(id, event, work));
        } catch (RuntimeException failed) {
            LOG.warnf("Disclosures wait: %s", Faults.describe(failed));
        }
    }

    private List<UUID> find(String which) {
        return entities.createNativeQuery(which, UUID.class)
                .setParameter("most", MOST)
                .getResultList();
    }

    private void attempt(UUID id, AuditEventType event, BiConsumer<Disclosure, Instant> work) {
        try {
            audited.runAsSystem(event, trail -> once(id, trail, work));
        } catch (RuntimeException failed) {
            LOG.warnf("Disclosure %s waits: %s", id, Faults.describe(failed));
        }
    }

    private boolean once(UUID id, Trail trail, BiConsumer<Disclosure, Instant> work) {
        trail.resource(id.toString());
        var disclosure = disclosures.findById(id, LockModeType.PESSIMISTIC_WRITE);
        entries.trace(List.of(disclosure.entryId), trail);
        if (disclosure.isOpen()) {
            work.accept(disclosure, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return disclosure.isOpen();
    }

    private void remind(Disclosure disclosure, Instant at) {
        if (disclosure.remindedAt == null) {
            disclosure.remindedAt = at;
            tell(holder(disclosure), NotificationKind.DISCLOSURE_DUE_SOON, disclosure);
        }
    }

    private void escalate(Disclosure disclosure, Instant at) {
        if (disclosure.overdueAt == null) {
            disclosure.overdueAt = at;
            tell(holder(disclosure), NotificationKind.DISCLOSURE_OVERDUE, disclosure);
            if (!disclosures.isKept(disclosure)) {
                tell(disclosure.askingAgency, NotificationKind.DISCLOSURE_OVERDUE, disclosure);
            }
            directory.centralAuthority(country(disclosure)).ifPresent(authority -> {
                disclosure.escalatedTo = authority;
                disclosure.escalatedAt = at;
                tell(authority, NotificationKind.DISCLOSURE_OVERDUE, disclosure);
            });
        }
    }

    private String holder(Disclosure disclosure) {
        return entries.holderOf(disclosure.entryId).orElse(disclosure.holder);
    }

    private String country(Disclosure disclosure) {
        return directory.countryOf(disclosure.holder).orElse("");
    }

    private void tell(String agency, NotificationKind kind, Disclosure disclosure) {
        notifications.tellNationally(
                agency, kind, disclosure.id, entries.childOf(disclosure.entryId), country(disclosure));
    }
}
