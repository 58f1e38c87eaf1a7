package eu.waymark.register.barrier;

import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What keeps the caller from a child (architecture, invariants 7 and 8). The rule stands once, in the functions {@code
 * barrier} and {@code child_barrier} of the database, so that every query can ask it. Only within audited work.
 */
@Singleton
public class Barriers {

    /** A condition on the column {@code id} of an entry, for HQL: that nothing keeps the caller from it. */
    public static final String NONE_BEFORE_ID =
            "function('barrier', id, :subject, :desk, :itsAgency, :country) is null";

    /** The same of {@code entryId}. */
    public static final String NONE_BEFORE_ENTRY =
            "function('barrier', entryId, :subject, :desk, :itsAgency, :country) is null";

    /** The same of {@code personRecordId}, which may be null. */
    public static final String NONE_BEFORE_CHILD = "(personRecordId is null or"
            + " function('child_barrier', personRecordId, :subject, :desk, :itsAgency, :country) is null)";

    private static final String OF = "select barrier(:entry, :subject, :desk, :itsAgency, :country)";

    private static final String OF_CHILD = "select child_barrier(:child, :subject, :desk, :itsAgency, :country)";

    private static final String BEFORE_AGENCY = "select child_barrier(:child, '', '', :itsAgency,"
            + " coalesce((select country from agency where code = :itsAgency), ''))";

    private final EntityManager entities;
    private final CurrentCaller caller;

    Barriers(EntityManager entities, CurrentCaller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** The parameters of the conditions of this class: who the caller is. */
    public Map<String, Object> caller() {
        var who = caller.get();
        return Map.of(
                "subject", who.subject(), "desk", caller.desk(), "itsAgency", who.agency(), "country", who.country());
    }

    /** What keeps the caller from an entry: {@code EXCLUDED}, {@code PROTECTION_CLAIMED_AGAINST}, or nothing. */
    public Optional<Relationship> of(UUID entryId) {
        return of(entryId, caller());
    }

    /** What keeps a whole agency from an entry. */
    public Optional<Relationship> of(UUID entryId, String agency, String country) {
        return of(entryId, Map.of("subject", "", "desk", "", "itsAgency", agency, "country", country));
    }

    public boolean isNoneBefore(UUID entryId) {
        return of(entryId).isEmpty();
    }

    public boolean isNoneBeforeChild(UUID child) {
        var query = Column.of(entities, OF_CHILD, String.class).setParameter("child", child);
        caller().forEach(query::setParameter);
        return query.getSingleResult() == null;
    }

    /** Whether nothing keeps a whole agency from a child. */
    public boolean isNoneBeforeAgency(UUID child, String agency) {
        return Column.of(entities, BEFORE_AGENCY, String.class)
                        .setParameter("child", child)
                        .setParameter("itsAgency", agency)
                        .getSingleResult()
                == null;
    }

    private Optional<Relationship> of(UUID entryId, Map<String, Object> who) {
        var query = Column.of(entities, OF, String.class).setParameter("entry", entryId);
        who.forEach(query::setParameter);
        return Optional.ofNullable((String) query.getSingleResult()).flatMap(Relationship::of);
    }
}
