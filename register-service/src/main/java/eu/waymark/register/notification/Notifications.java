package eu.waymark.register.notification;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
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

    /** The record a notification is about: told with it, or that of the entry it leads to. */
    private static final String CHILDREN = """
            select distinct coalesce(told.person_record_id, looked.person_record_id, disclosed.person_record_id,
                            moving.person_record_id)
              from notification told
              left join entry looked on looked.id = told.reference
              left join disclosure on disclosure.id = told.reference
              left join entry disclosed on disclosed.id = disclosure.entry_id
              left join transfer on transfer.id = told.reference
              left join entry moving on moving.id = transfer.entry_id
             where told.id in (:ids)""";

    private final PersonTags tags;
    private final Clock clock;

    Notifications(PersonTags tags, Clock clock) {
        this.tags = tags;
        this.clock = clock;
    }

    /** Puts the children that some notifications are about on the trail. */
    void trace(List<UUID> ids, Trail trail) {
        if (!ids.isEmpty()) {
            List<?> records = getEntityManager()
                    .createNativeQuery(CHILDREN, UUID.class)
                    .setParameter("ids", ids)
                    .getResultList();
            // Where nobody was told whom it is about, the list holds a null.
            var known = records.stream()
                    .filter(UUID.class::isInstance)
                    .map(UUID.class::cast)
                    .toList();
            tags.find(known).forEach(trail::about);
        }
    }

    /** Tells an agency, in the running transaction, what somebody of another agency did and why. */
    public void tell(String agency, NotificationKind kind, UUID reference, Caller from, @Nullable String purpose) {
        var notification = about(agency, kind, reference, from.agency());
        notification.fromName = from.name();
        notification.purpose = purpose;
        persist(notification);
    }

    /** Tells an agency what happened in a country: which agency of it did it, and who, would tell where the child is. */
    public void tellNationally(String agency, NotificationKind kind, UUID reference, String country) {
        persist(about(agency, kind, reference, country));
    }

    private Notification about(String agency, NotificationKind kind, UUID reference, String from) {
        var notification = new Notification();
        notification.id = UUID.randomUUID();
        notification.agency = agency;
        notification.kind = kind.code();
        notification.reference = reference;
        notification.fromAgency = from;
        notification.createdAt = clock.instant();
        return notification;
    }

    /** Puts a notification that another service asked for into an inbox. */
    void deliver(
            UUID id,
            String agency,
            String kind,
            UUID reference,
            String fromAgency,
            @Nullable UUID personRecordId,
            Instant at) {
        var notification = new Notification();
        notification.id = id;
        notification.agency = agency;
        notification.kind = kind;
        notification.reference = reference;
        notification.fromAgency = fromAgency;
        notification.personRecordId = personRecordId;
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
