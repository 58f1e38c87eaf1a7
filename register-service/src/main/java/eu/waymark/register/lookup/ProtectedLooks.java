package eu.waymark.register.lookup;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Looks that the holder is not told of (architecture, invariant 8), for where telling it would warn somebody. The central
 * authority of the asker learns who and why, so that nobody looks unseen; that of the holder learns that a look took place.
 * Only within audited work.
 */
@Singleton
public class ProtectedLooks implements PanacheRepositoryBase<ProtectedLook, UUID> {

    private final Notifications notifications;
    private final Directory directory;
    private final Barriers barriers;
    private final Clock clock;

    ProtectedLooks(Notifications notifications, Directory directory, Barriers barriers, Clock clock) {
        this.notifications = notifications;
        this.directory = directory;
        this.barriers = barriers;
        this.clock = clock;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 where no central authority watches over the asker */
    public void requireWatched(Caller asker) {
        if (directory.centralAuthority(asker.country()).isEmpty()) {
            throw RegisterProblem.NOT_WATCHED.because(
                    "The directory knows no central authority of your country, which would have to answer for the look.");
        }
    }

    public void confirmed(UUID entryId, UUID child, String holder, Caller by, String purpose) {
        var look = new ProtectedLook();
        look.id = UUID.randomUUID();
        look.entryId = entryId;
        look.askedBy = by.subject();
        look.askerName = by.name();
        look.agency = by.agency();
        look.country = by.country();
        look.purpose = purpose;
        look.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        persist(look);
        directory
                .centralAuthority(by.country())
                .ifPresent(own ->
                        notifications.tell(own, NotificationKind.PROTECTED_LOOK_MADE, look.id, child, by, purpose));
        var country = directory.countryOf(holder).orElse("");
        directory
                .centralAuthority(country)
                .filter(authority -> barriers.of(entryId, authority, country).isEmpty())
                .ifPresent(authority -> notifications.tellNationally(
                        authority, NotificationKind.PROTECTED_LOOK, look.id, child, country));
    }
}
