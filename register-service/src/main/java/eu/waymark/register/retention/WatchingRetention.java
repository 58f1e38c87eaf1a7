package eu.waymark.register.retention;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Begins the retention of what has ended, and warns the holder before its time is over. It deletes nothing. Each is a
 * transaction with its event, and of several replicas one writes it.
 */
@Singleton
class WatchingRetention {

    private static final int MOST = 500;

    private final Retentions retentions;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final EntityManager entities;
    private final DueWork due;
    private final Clock clock;

    WatchingRetention(
            Retentions retentions,
            Entries entries,
            Directory directory,
            Notifications notifications,
            EntityManager entities,
            DueWork due,
            Clock clock) {
        this.retentions = retentions;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.entities = entities;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.retention-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each(this::toWatch, RegisterEvent.RETENTION_WATCHED, this::watch);
    }

    private List<UUID> toWatch() {
        return Column.of(entities, "select retention_to_watch(:today, :most)", UUID.class)
                .setParameter("today", LocalDate.now(clock))
                .setParameter("most", MOST)
                .getResultList();
    }

    private boolean watch(UUID entryId, Trail trail) {
        trail.resource(entryId.toString());
        entries.trace(List.of(entryId), trail);
        var retention = retentions
                .findByIdOptional(entryId, LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> begun(entryId));
        if (retention.warnedAt == null
                && !retention.held
                && !LocalDate.now(clock).isBefore(retention.warnOn)) {
            trail.note("warned", "true");
            retention.warnedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            notifications.tellNationally(
                    retention.holder,
                    NotificationKind.RETENTION_DUE,
                    entryId,
                    entries.childOf(entryId),
                    directory.countryOf(retention.holder).orElse(""));
        }
        return true;
    }

    private Retention begun(UUID entryId) {
        var end = entries.endOf(entryId).orElseThrow();
        var rule = retentions.ruleFor(entries.placeOf(entryId), end);
        var retention = new Retention();
        retention.entryId = entryId;
        retention.holder = entries.holderOf(entryId).orElseThrow();
        retention.rule = rule.key.place();
        retention.ruleFrom = rule.key.validFrom();
        retention.dueOn = rule.dueFrom(end);
        retention.warnOn = retention.dueOn.minusDays(rule.warnDays);
        retentions.persistAndFlush(retention);
        return retention;
    }
}
