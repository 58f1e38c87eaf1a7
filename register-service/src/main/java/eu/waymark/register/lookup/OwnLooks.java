package eu.waymark.register.lookup;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The looks of the caller, protected ones among them, but for children that the caller is kept from. Only within audited work. */
@Singleton
class OwnLooks {

    private static final String OWN = """
            select own.id, own.entry_id, own.at, own.purpose, holder.country, own.protected
              from (select id, entry_id, at, purpose, false as protected from look
                     where asked_by = :subject and agency = :itsAgency
                     union all
                    select id, entry_id, at, purpose, true from protected_look
                     where asked_by = :subject and agency = :itsAgency and not shown) own
              join entry on entry.id = own.entry_id
              join agency holder on holder.code = entry.holder
             where (own.at, own.id) < (:time, :id)
               and barrier(own.entry_id, :subject, :desk, :itsAgency, :country) is null
             order by own.at desc, own.id desc
             limit :most""";

    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private final EntityManager entities;
    private final Barriers barriers;
    private final Entries entries;

    OwnLooks(EntityManager entities, Barriers barriers, Entries entries) {
        this.entities = entities;
        this.barriers = barriers;
        this.entries = entries;
    }

    /** @param country of the holder */
    record OwnLook(UUID id, UUID entryId, Instant at, String purpose, String country, boolean isProtected) {

        static OwnLook of(Object[] row) {
            return new OwnLook(
                    (UUID) row[0], (UUID) row[1], (Instant) row[2], (String) row[3], (String) row[4], (boolean) row[5]);
        }
    }

    /** Newest first, one more than asked for. */
    List<OwnLook> list(Optional<Cursor> after, int limit) {
        var start = after.orElse(START);
        var query = entities.createNativeQuery(OWN, Object[].class)
                .setParameter("time", start.time())
                .setParameter("id", start.id())
                .setParameter("most", limit + 1);
        barriers.caller().forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(OwnLook::of).toList();
    }

    void trace(List<OwnLook> shown, Trail trail) {
        entries.trace(shown.stream().map(OwnLook::entryId).distinct().toList(), trail);
        trail.returned(shown.size());
    }
}
