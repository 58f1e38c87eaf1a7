package eu.waymark.register.emergency;

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
import java.util.stream.Stream;

/**
 * Takes a review that nobody has made in time to the central authority of the opener's country, which may make it then, and
 * tells those who inspect. Each is a transaction with its event, and of several replicas one writes it.
 */
@Singleton
class WatchingReviews {

    private final EmergencyAccesses accesses;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final DueWork due;
    private final Clock clock;

    WatchingReviews(
            EmergencyAccesses accesses,
            Entries entries,
            Directory directory,
            Notifications notifications,
            DueWork due,
            Clock clock) {
        this.accesses = accesses;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(
            every = "{waymark.register.emergencies-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each("overdue_emergency_reviews", RegisterEvent.EMERGENCY_REVIEW_OVERDUE, this::escalate);
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
