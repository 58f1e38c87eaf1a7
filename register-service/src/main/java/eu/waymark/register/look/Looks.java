package eu.waymark.register.look;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All looks at entries. Only within audited work. */
@Singleton
public class Looks implements PanacheRepositoryBase<Look, UUID> {

    private final Notifications notifications;
    private final Clock clock;

    Looks(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Notes a confirmed look, and tells the holder at once, unless it is the holder's own. */
    public void confirmed(UUID entryId, UUID child, String holder, Caller by, String purpose) {
        var look = new Look();
        look.id = UUID.randomUUID();
        look.entryId = entryId;
        look.askedBy = by.subject();
        look.askerName = by.name();
        look.agency = by.agency();
        look.country = by.country();
        look.purpose = purpose;
        look.at = clock.instant();
        persist(look);
        if (!holder.equals(by.agency())) {
            notifications.tell(holder, NotificationKind.LOOK_CONFIRMED, entryId, child, by, purpose);
        }
    }

    List<Look> at(UUID entryId, Optional<Cursor> after, int limit) {
        var page = after.map(cursor -> find(
                        "entryId = ?1 and (at, id) < (?2, ?3) order by at desc, id desc",
                        entryId,
                        cursor.time(),
                        cursor.id()))
                .orElseGet(() -> find("entryId = ?1 order by at desc, id desc", entryId));
        return page.range(0, limit).list();
    }
}
