package eu.waymark.identity.search;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;

/**
 * Stops an actor who searches faster than anybody needs to, before anything is looked at. A minute begins with the
 * first search after the last one ended. One statement counts, so that replicas cannot be played off against each other.
 */
@ApplicationScoped
class SearchPace {

    /** Under which the search terms are sealed in every event of a search. */
    static final String TERMS = "terms";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String COUNT = """
            insert into search_pace as pace (actor, since, searches) values (:actor, :now, 1)
            on conflict (actor) do update set
                since = case when pace.since <= :ended then excluded.since else pace.since end,
                searches = case when pace.since <= :ended then 1 else pace.searches + 1 end
            returning searches""";

    private final EntityManager database;
    private final AuditedWork work;
    private final SearchLimits limits;
    private final EnumerationGuard enumeration;
    private final Clock clock;

    SearchPace(
            EntityManager database, AuditedWork work, SearchLimits limits, EnumerationGuard enumeration, Clock clock) {
        this.database = database;
        this.work = work;
        this.limits = limits;
        this.enumeration = enumeration;
        this.clock = clock;
    }

    /**
     * Counts one search of the caller.
     *
     * @param who what is searched for, for the event of a search that is refused
     * @throws eu.waymark.platform.web.problem.ProblemException 429 when there are too many; the minute's first is an
     *     alarm
     */
    void admit(Caller caller, Demographics who) {
        int searches = QuarkusTransaction.requiringNew().call(() -> count(caller.subject()));
        if (searches > limits.perMinute()) {
            var event = searches == limits.perMinute() + 1 ? IdentityEvent.SEARCH_FLOOD : IdentityEvent.SEARCHED;
            work.run(event, trail -> {
                trail.seal(TERMS, who);
                throw IdentityProblem.TOO_MANY_SEARCHES
                        .because("Searches are for one child at a time. Wait a minute; this is on record.")
                        .retryAfter((int) MINUTE.toSeconds());
            });
        }
        enumeration.admit(caller, who);
    }

    private int count(String actor) {
        var now = clock.instant();
        var query = database.createNativeQuery(COUNT, Integer.class)
                .setParameter("actor", actor)
                .setParameter("now", now)
                .setParameter("ended", now.minus(MINUTE));
        return (Integer) query.getSingleResult();
    }
}
