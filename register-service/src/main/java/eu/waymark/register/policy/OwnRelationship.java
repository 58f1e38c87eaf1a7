package eu.waymark.register.policy;

import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.relation.Relations;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the caller's agency is to a child by its own records alone. Whatever it must not know answers as what is not there
 * (architecture, invariants 3 and 8).
 */
@Singleton
class OwnRelationship {

    private static final String OWN = """
            select relationship, entry_id from (
              select 1 as place, 'holder' as relationship, id as entry_id from entry where id = :about and holder = :agency
              union all
              select 2, 'disclosed-to', entry_id from disclosure
               where id = :about and asking_agency = :agency and status = 'accepted'
              union all
              select 1, 'holder', t.entry_id from transfer t join entry e on e.id = t.entry_id
               where t.id = :about and e.holder = :agency
              union all
              select 1, 'holder', f.entry_id from travel_flag f join entry e on e.id = f.entry_id
               where f.id = :about and e.holder = :agency
              union all
              select 3, case when status = 'accepted' then 'former-holder' else 'transfer-recipient' end, entry_id
                from transfer where id = :about and to_agency = :agency
              union all
              select 4, 'former-holder', entry_id from entry_version where entry_id = :about and holder = :agency
              union all
              select 4, 'former-holder', entry_id from transfer where id = :about and from_agency = :agency) own
             order by place limit 1""";

    private final EntityManager entities;
    private final Entries entries;
    private final Relations relations;
    private final Barriers barriers;
    private final CurrentCaller caller;

    OwnRelationship(
            EntityManager entities, Entries entries, Relations relations, Barriers barriers, CurrentCaller caller) {
        this.entities = entities;
        this.entries = entries;
        this.relations = relations;
        this.barriers = barriers;
        this.caller = caller;
    }

    private record Found(Relationship relationship, UUID entry) {}

    /** @param about an entry, disclosure, transfer or person record, known or not */
    Relationship to(UUID about, Trail trail) {
        trail.resource(about.toString());
        var own = own(about).filter(found -> barriers.isNoneBefore(found.entry()));
        own.ifPresent(found -> entries.trace(List.of(found.entry()), trail));
        return own.map(Found::relationship).orElseGet(() -> working(about));
    }

    private Relationship working(UUID about) {
        var relation = relations.of(caller.get().agency(), about);
        return barriers.isNoneBeforeChild(about) ? relation : Relationship.NONE;
    }

    private Optional<Found> own(UUID about) {
        List<?> rows = entities.createNativeQuery(OWN, Object[].class)
                .setParameter("about", about)
                .setParameter("agency", caller.get().agency())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Found(Relationship.of((String) row[0]).orElse(Relationship.NONE), (UUID) row[1]))
                .findFirst();
    }
}
