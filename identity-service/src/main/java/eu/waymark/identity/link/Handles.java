package eu.waymark.identity.link;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Other agencies' records, as the caller's own searches have shown them. Every use belongs inside audited work. */
@ApplicationScoped
public class Handles {

    private static final String SHOWN = """
            select shown.person_id from search_candidate shown join search on search.id = shown.search_id
             where shown.handle = :handle and search.actor = :actor and search.agency = :itsAgency
               and search.expires_at > :now""";

    private final EntityManager database;
    private final Clock clock;

    Handles(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 unless a search of the caller's for its agency, still valid, showed it */
    public UUID shown(UUID handle, Caller by) {
        Optional<UUID> shown = Column.of(database, SHOWN, UUID.class)
                .setParameter("handle", handle)
                .setParameter("actor", by.subject())
                .setParameter("itsAgency", by.agency())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
        return shown.orElseThrow(Pairs::unknown);
    }
}
