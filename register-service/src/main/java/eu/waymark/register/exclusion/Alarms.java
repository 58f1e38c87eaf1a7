package eu.waymark.register.exclusion;

import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notes that somebody asked who is kept from an entry. Only within audited work. */
@Singleton
public class Alarms {

    private static final String NOTE = """
            insert into exclusion_alarm (id, entry_id, asked_by, asker_name, agency, country, purpose, at)
            select gen_random_uuid(), kept, :subject, :name, :agency, :country, :purpose, :at
              from unnest(cast(:kept as uuid[])) kept""";

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Clock clock;

    Alarms(EntityManager entities, CurrentCaller caller, CurrentAccess access, Clock clock) {
        this.entities = entities;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
    }

    /**
     * To be called with every answer, with no entries too: so an answer to somebody who is kept away costs the same one
     * statement as any other, and its time tells nothing.
     */
    public void note(Collection<UUID> keptFrom) {
        var who = caller.get();
        entities.createNativeQuery(NOTE)
                .setParameter("subject", who.subject())
                .setParameter("name", who.name())
                .setParameter("agency", who.agency())
                .setParameter("country", who.country())
                .setParameter("purpose", String.valueOf(access.get().purpose()))
                .setParameter("at", clock.instant())
                .setParameter("kept", keptFrom.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .executeUpdate();
    }
}
