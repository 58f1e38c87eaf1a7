package eu.waymark.register.disclosure;

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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Reminds the holder when four fifths of the time to answer are gone, and takes what nobody has decided in time to its
 * central authority, each once. Silence decides nothing. Each is a transaction with its event under a lock on its row, so of
 * several replicas one writes it.
 */
@Singleton
class WatchingDisclosures {

    private final Disclosures disclosures;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final DueWork due;
    private final Clock clock;

    WatchingDisclosures(
            Disclosures disclosures,
            Entries entries,
            Directory directory,
            Notifications notifications,
            DueWork due,
            Clock clock) {
        this.disclosures = disclosures;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.disclosures-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(
                "disclosures_to_remind",
                RegisterEvent.DISCLOSURE_REMINDED,
                (id, trail) -> once(id, trail, this::remind));
        due.each(
                "overdue_disclosures",
                RegisterEvent.DISCLOSURE_OVERDUE,
                (id, trail) -> once(id, trail, this::escalate));
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
