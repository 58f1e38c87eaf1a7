package eu.waymark.register.exclusion;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All exclusions. Only within audited work. */
@Singleton
public class Exclusions implements PanacheRepositoryBase<Exclusion, UUID> {

    private static final String RECEIVING =
            "select exists (select from transfer where entry_id = :entry and to_agency = :agency and status in ('proposed', 'received'))";
    private static final String OF_DESKS = "select exists (select from exclusion x join desk d on d.code = x.party"
            + " where x.entry_id = :entry and x.kind = 'desk' and x.lifted_at is null"
            + " and (x.valid_to is null or x.valid_to >= current_date) and d.agency = :agency)";

    List<Exclusion> of(UUID entryId, Optional<Cursor> after, int limit) {
        var page = after.map(cursor -> find(
                        "entryId = ?1 and (setAt, id) < (?2, ?3) order by setAt desc, id desc",
                        entryId,
                        cursor.time(),
                        cursor.id()))
                .orElseGet(() -> find("entryId = ?1 order by setAt desc, id desc", entryId));
        return page.range(0, limit).list();
    }

    /** Whether an agency is asked to become responsible. */
    boolean isReceiving(String agency, UUID entryId) {
        return is(RECEIVING, agency, entryId);
    }

    /** Whether a desk of an agency is kept from an entry. */
    public boolean isOfDesks(String agency, UUID entryId) {
        return is(OF_DESKS, agency, entryId);
    }

    private boolean is(String question, String agency, UUID entryId) {
        return Column.of(getEntityManager(), question, Boolean.class)
                .setParameter("entry", entryId)
                .setParameter("agency", agency)
                .getSingleResult();
    }
}
