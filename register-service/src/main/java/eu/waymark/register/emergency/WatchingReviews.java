package eu.waymark.register.emergency;

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
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes a review that nobody has made in time to the central authority of the opener's country, which may make it then, and
 * tells those who inspect. Each is a transaction with its event, and of several replicas one writes it.
 */
@Singleton
class WatchingReviews {

    private static final Logger LOG = Logger.getLogger(WatchingReviews.class);
    private static final int MOST = 500;

    private final EmergencyAccesses accesses;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final Clock clock;

    WatchingReviews(
            EmergencyAccesses accesses,
            Entries entries,
            Directory directory,
            Notifications notifications,
            EntityManager entities,
            AuditedWork audited,
            Clock clock) {
        this.accesses = accesses;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.entities = entities;
        this.audited = audited;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.emergencies-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try {
            QuarkusTransaction.requiringNew().call(this::overdue).forEach(this::attempt);
        } catch (RuntimeException failed) {
            LOG.warnf("Overdue reviews wait: %s", Faults.describe(failed));
        }
    }

    private List<UUID> overdue() {
        return entities.createNativeQuery("select overdue_emergency_reviews(:most)", UUID.class)
                .setParameter("most", MOST)
                .getResultList();
    }

    private void attempt(UUID id) {
        try {
            audited.runAsSystem(RegisterEvent.EMERGENCY_REVIEW_OVERDUE, trail -> escalate(id, trail));
        } catch (RuntimeException failed) {
            LOG.warnf("The review of %s is overdue and waits: %s", id, Faults.describe(failed));
        }
    }

    private boolean escalate(UUID id, Trail trail) {
        trail.resource(id.toString());
        var access = accesses.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var isNew = access.reviewedAt == null && access.escalatedAt == null;
        if (isNew) {
            access.escalatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            access.escalatedTo = directory.centralAuthority(access.country).orElse(null);
            if (access.entryId != null) {
                entries.trace(List.of(access.entryId), trail);
            }
            Stream.concat(Stream.ofNullable(access.escalatedTo), directory.inspectorates(access.country).stream())
                    .forEach(agency -> tell(agency, access));
        }
        return isNew;
    }

    private void tell(String agency, EmergencyAccess access) {
        if (access.entryId == null) {
            notifications.tellOfOwn(agency, NotificationKind.EMERGENCY_REVIEW_OVERDUE, access.id);
        } else {
            notifications.tellNationally(
                    agency,
                    NotificationKind.EMERGENCY_REVIEW_OVERDUE,
                    access.id,
                    entries.childOf(access.entryId),
                    access.country);
        }
    }
}
