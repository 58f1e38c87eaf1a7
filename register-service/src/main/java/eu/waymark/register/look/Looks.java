package eu.waymark.register.look;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.notification.NotificationKind;
import eu.waymark.register.notification.Notifications;
import eu.waymark.register.worker.Workers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All looks at entries. Only within audited work. */
@Singleton
public class Looks implements PanacheRepositoryBase<Look, UUID> {

    private final Notifications notifications;
    private final Workers workers;
    private final Clock clock;

    Looks(Notifications notifications, Workers workers, Clock clock) {
        this.notifications = notifications;
        this.workers = workers;
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

    /** Others' looks for those who are named on the entry, or for all where nobody ever was; else the asker's own. */
    List<Look> at(UUID entryId, Caller by, Optional<Cursor> after, int limit) {
        var where = "entryId = :entry and (askedBy = :asker or :isNamed = true)";
        var parameters =
                Parameters.with("entry", entryId).and("asker", by.subject()).and("isNamed", workers.isFor(entryId, by));
        if (after.isPresent()) {
            where += " and (at, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find(where + " order by at desc, id desc", parameters)
                .range(0, limit)
                .list();
    }
}
