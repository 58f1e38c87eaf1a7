package eu.waymark.register.exclusion;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.job.DueWork;
import eu.waymark.register.RegisterEvent;
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
import org.jboss.logging.Logger;

/**
 * Tells a desk without a conflict, within a minute, that somebody asked who is kept from an entry. Each alarm is a
 * transaction with its event, and of several replicas one writes it, since it locks the alarm.
 */
@Singleton
class TellingAlarms {

    private static final Logger LOG = Logger.getLogger(TellingAlarms.class);

    private final EntityManager entities;
    private final Unconflicted unconflicted;
    private final Entries entries;
    private final Notifications notifications;
    private final DueWork due;
    private final Clock clock;

    TellingAlarms(
            EntityManager entities,
            Unconflicted unconflicted,
            Entries entries,
            Notifications notifications,
            DueWork due,
            Clock clock) {
        this.entities = entities;
        this.unconflicted = unconflicted;
        this.entries = entries;
        this.notifications = notifications;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.exclusion-alarms}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each("untold_exclusion_alarms", RegisterEvent.EXCLUSION_ALARMED, this::tell);
    }

    private boolean tell(UUID id, Trail trail) {
        var alarm = entities.find(ExclusionAlarm.class, id, LockModeType.PESSIMISTIC_WRITE);
        var isNew = alarm != null && alarm.toldAt == null;
        if (isNew) {
            trail.resource(alarm.entryId.toString());
            trail.note("alarm", "excluded-asked");
            trail.seal("askedBy", alarm.askedBy);
            entries.trace(List.of(alarm.entryId), trail);
            alarm.toldAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            unconflicted.of(alarm).ifPresentOrElse(agency -> tell(agency, alarm), () -> {
                trail.note("told", "nobody");
                LOG.errorf("Alarm %s: every desk that could be told has a conflict", id);
            });
        }
        return isNew;
    }

    private void tell(String agency, ExclusionAlarm alarm) {
        alarm.told = agency;
        notifications.tell(
                agency,
                NotificationKind.EXCLUDED_ASKED,
                alarm.entryId,
                entries.childOf(alarm.entryId),
                alarm.asker(),
                alarm.purpose);
    }
}
