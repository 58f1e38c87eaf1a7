package eu.waymark.register.notification;

import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inboxes of all agencies. Only within audited work. */
@Singleton
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    private final Clock clock;

    Notifications(Clock clock) {
        this.clock = clock;
    }

    /** Tells an agency, in the running transaction, what somebody of another agency did and why. */
    public void tell(String agency, NotificationKind kind, UUID reference, Caller from, @Nullable String purpose) {
        var notification = new Notification();
        notification.id = UUID.randomUUID();
        notification.agency = agency;
        notification.kind = kind.code();
        notification.reference = reference;
        notification.fromAgency = from.agency();
        notification.fromName = from.name();
        notification.purpose = purpose;
        notification.createdAt = clock.instant();
        persist(notification);
    }

    /** Puts a notification that another service asked for into an inbox. */
    void deliver(UUID id, String agency, String kind, UUID reference, String fromAgency, Instant at) {
        var notification = new Notification();
        notification.id = id;
        notification.agency = agency;
        notification.kind = kind;
        notification.reference = reference;
        notification.fromAgency = fromAgency;
        notification.createdAt = at;
        persist(notification);
    }

    List<Notification> of(String agency, boolean onlyOpen, Optional<Cursor> after, int limit) {
        var where = "agency = :agency" + (onlyOpen ? " and acknowledgedAt is null" : "");
        var parameters = Parameters.with("agency", agency);
        if (after.isPresent()) {
            where += " and (createdAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find(where + " order by createdAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }
}
