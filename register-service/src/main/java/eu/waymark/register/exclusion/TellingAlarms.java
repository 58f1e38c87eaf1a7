package eu.waymark.register.exclusion;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.register.RegisterEvent;
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
 * Tells a desk without a conflict, within a minute, that somebody asked who is kept from an entry. Each alarm is a
 * transaction with its event, and of several replicas one writes it, since it locks the alarm.
 */
@Singleton
class TellingAlarms {

    private static final Logger LOG = Logger.getLogger(TellingAlarms.class);
    private static final int MOST = 500;

    private final EntityManager entities;
    private final Unconflicted unconflicted;
    private final Entries entries;
    private final Notifications notifications;
    private final AuditedWork audited;
    private final Clock clock;

    TellingAlarms(
            EntityManager entities,
            Unconflicted unconflicted,
            Entries entries,
            Notifications notifications,
            AuditedWork audited,
            Clock clock) {
        this.entities = entities;
        this.unconflicted = unconflicted;
        this.entries = entries;
        this.notifications = notifications;
        this.audited = audited;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.exclusion-alarms}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            QuarkusTransaction.requiringNew().call(this::untold).forEach(this::attempt);
        } catch (RuntimeException failed) {
            LOG.warnf("Alarms of exclusions wait: %s", Faults.describe(failed));
        }
    }

    private List<UUID> untold() {
        return entities.createNativeQuery("select untold_exclusion_alarms(:most)", UUID.class)
                .setParameter("most", MOST)
                .getResultList();
    }

    private void attempt(UUID id) {
        try {
            audited.runAsSystem(RegisterEvent.EXCLUSION_ALARMED, trail -> tell(id, trail));
        } catch (RuntimeException failed) {
            LOG.warnf("Alarm %s waits: %s", id, Faults.describe(failed));
        }
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
