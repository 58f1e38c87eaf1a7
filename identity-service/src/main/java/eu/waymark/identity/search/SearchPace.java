package eu.waymark.identity.search;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Stops an actor who asks for people faster than anybody needs to, before anything is looked at. */
@ApplicationScoped
public class SearchPace {

    /** Under which the search terms are sealed in every event of a search. */
    static final String TERMS = "terms";

    private final SearchTraces traces;
    private final AuditedWork work;
    private final SearchLimits limits;
    private final EnumerationGuard enumeration;

    SearchPace(SearchTraces traces, AuditedWork work, SearchLimits limits, EnumerationGuard enumeration) {
        this.traces = traces;
        this.work = work;
        this.limits = limits;
        this.enumeration = enumeration;
    }

    /**
     * Counts one search of the caller, or what tells as much as one.
     *
     * @param who what is searched for, for the event of a search that is refused
     * @throws eu.waymark.platform.web.problem.ProblemException 429 when there are too many; the minute's first is an
     *     alarm
     */
    public void admit(Caller caller, Demographics who) {
        var counts = traces.note(caller.subject(), who);
        if (counts.inMinute() > limits.perMinute()) {
            var event =
                    counts.inMinute() == limits.perMinute() + 1 ? IdentityEvent.SEARCH_FLOOD : IdentityEvent.SEARCHED;
            work.run(event, trail -> {
                trail.seal(TERMS, who);
                throw IdentityProblem.TOO_MANY_SEARCHES
                        .because(
                                "Searches and corrections are for one child at a time. Wait a minute; this is on record.")
                        .retryAfter((int) SearchTraces.MINUTE.toSeconds());
            });
        }
        enumeration.admit(counts, who);
    }
}
