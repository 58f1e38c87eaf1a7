package eu.waymark.register.notification;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.barrier.Barriers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inboxes of all agencies. Only within audited work. */
@Singleton
public class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    private final PersonTags tags;
    private final Event<InboxFilled> filled;
    private final Clock clock;
    private final Barriers barriers;

    Notifications(PersonTags tags, Event<InboxFilled> filled, Clock clock, Barriers barriers) {
        this.tags = tags;
        this.filled = filled;
        this.clock = clock;
        this.barriers = barriers;
    }

    /** Puts the children that some notifications are about on the trail. */
    void trace(List<Notification> shown, Trail trail) {
        var children = shown.stream()
                .map(notification -> notification.personRecordId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!children.isEmpty()) {
            tags.find(children).forEach(trail::about);
        }
    }

    /**
     * Tells an agency, in the running transaction, what somebody of another agency did and why.
     *
     * @param reference the resource that the kind names
     * @param child the person record it is about: whoever reads it has looked at this child
     */
    public void tell(
            String agency, NotificationKind kind, UUID reference, UUID child, Caller from, @Nullable String purpose) {
        var notification = about(agency, kind, reference, child, from.agency());
        notification.fromName = from.name();
        notification.purpose = purpose;
        put(notification);
    }

    /**
     * Tells an agency what happened in a country: which agency of it did it, and who, would tell where the child is.
     *
     * @param reference the resource that the kind names
     * @param child the person record it is about
     */
    public void tellNationally(String agency, NotificationKind kind, UUID reference, UUID child, String country) {
        put(about(agency, kind, reference, child, country));
    }

    /** Tells an agency of something that is about no child. */
    public void tellOfOwn(String agency, NotificationKind kind, UUID reference) {
        put(about(agency, kind, reference, null, agency));
    }

    private void put(Notification notification) {
        persistAndFlush(notification);
        // What not everybody there would find in the inbox is not announced: of a sealed entry nothing is pushed.
        var child = notification.personRecordId;
        if (isForTheAgency(notification.id)
                && (child == null || barriers.isNoneBeforeAgency(child, notification.agency))) {
            filled.fire(new InboxFilled(notification.agency, notification.createdAt));
        }
    }

    /** Neither for named workers only nor about a sealed entry, as the database decided when it was written. */
    private boolean isForTheAgency(UUID id) {
        return Column.of(getEntityManager(), "select is_announced(:id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private Notification about(
            String agency, NotificationKind kind, UUID reference, @Nullable UUID child, String from) {
        var notification = new Notification();
        notification.personRecordId = child;
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
        put(notification);
    }

    /** How many of each kind nobody has acknowledged. */
    SortedMap<String, Long> open(String agency) {
        var query = getEntityManager()
                .createQuery(
                        "select kind, count(*) from Notification where agency = :agency and acknowledgedAt is null and "
                                + Barriers.NONE_BEFORE_CHILD + " group by kind",
                        Object[].class)
                .setParameter("agency", agency);
        barriers.caller().forEach(query::setParameter);
        var open = new TreeMap<String, Long>();
        query.getResultList().forEach(row -> open.put((String) row[0], (Long) row[1]));
        return open;
    }

    /** Whether nothing keeps the caller from the child that a notification is about. */
    boolean isShown(Notification notification) {
        return notification.personRecordId == null || barriers.isNoneBeforeChild(notification.personRecordId);
    }

    List<Notification> of(String agency, boolean onlyOpen, @Nullable String kind, Optional<Cursor> after, int limit) {
        var where =
                "agency = :agency and " + Barriers.NONE_BEFORE_CHILD + (onlyOpen ? " and acknowledgedAt is null" : "");
        var parameters = Parameters.with("agency", agency);
        barriers.caller().forEach(parameters::and);
        if (kind != null) {
            where += " and kind = :kind";
            parameters.and("kind", kind);
        }
        if (after.isPresent()) {
            where += " and (createdAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find(where + " order by createdAt desc, id desc", parameters)
                .range(0, limit)
                .list();
    }
}
