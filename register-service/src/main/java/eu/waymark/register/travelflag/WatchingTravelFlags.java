package eu.waymark.register.travelflag;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Warns the holder two weeks before a flag ends, and lets it fall once the child is of age as a document proves. Each is a
 * transaction with its event under a lock on its row, so of several replicas one writes it.
 */
@Singleton
class WatchingTravelFlags {

    private final TravelFlags flags;
    private final Entries entries;
    private final Directory directory;
    private final Notifications notifications;
    private final DueWork due;

    WatchingTravelFlags(
            TravelFlags flags, Entries entries, Directory directory, Notifications notifications, DueWork due) {
        this.flags = flags;
        this.entries = entries;
        this.directory = directory;
        this.notifications = notifications;
        this.due = due;
    }

    @Scheduled(
            every = "{waymark.register.travel-flags-watched}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        due.each("travel_flags_of_adults", RegisterEvent.TRAVEL_FLAG_FELL, (id, trail) -> once(id, trail, this::fall));
        due.each("travel_flags_ending", RegisterEvent.TRAVEL_FLAG_ENDING, (id, trail) -> once(id, trail, this::warn));
    }

    private boolean once(UUID id, Trail trail, Predicate<TravelFlag> work) {
        trail.resource(id.toString());
        var flag = flags.findById(id, LockModeType.PESSIMISTIC_WRITE);
        entries.trace(List.of(flag.entryId), trail);
        return flag.isActive() && work.test(flag);
    }

    private boolean warn(TravelFlag flag) {
        var isNew = !flag.endsOn.equals(flag.warnedFor);
        if (isNew) {
            flag.warnedFor = flag.endsOn;
            tell(flag, NotificationKind.TRAVEL_FLAG_ENDING);
        }
        return isNew;
    }

    private boolean fall(TravelFlag flag) {
        flag.fall();
        flags.changed(flag, "fell", null, null, "system");
        tell(flag, NotificationKind.TRAVEL_FLAG_FELL);
        return true;
    }

    private void tell(TravelFlag flag, NotificationKind kind) {
        var holder = entries.holderOf(flag.entryId).orElse(flag.agency);
        notifications.tellNationally(
                holder,
                kind,
                flag.id,
                entries.childOf(flag.entryId),
                directory.countryOf(holder).orElse(""));
    }
}
