package eu.waymark.identity.search;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.search.SearchTraces.Counts;
import eu.waymark.platform.persistence.audit.AuditedWork;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Stops an actor who leafs through the register one question at a time: for one name through the dates, for one date
 * through the names, or through very many people (requirement I12). Counted in the database, for all replicas together.
 */
@ApplicationScoped
class EnumerationGuard {

    private final AuditedWork work;
    private final SearchLimits limits;

    EnumerationGuard(AuditedWork work, SearchLimits limits) {
        this.work = work;
        this.limits = limits;
    }

    /**
     * Judges one search of the caller by all of their hour.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 429 when it looks like leafing; the first is an alarm
     */
    void admit(Counts counts, Demographics who) {
        int excess = counts.excessOver(limits);
        if (excess > 0) {
            var event = excess == 1 ? IdentityEvent.SEARCH_ENUMERATION : IdentityEvent.SEARCHED;
            work.run(event, trail -> {
                trail.seal(SearchPace.TERMS, who);
                trail.note("pattern", counts.pattern(limits));
                throw IdentityProblem.SEARCH_ENUMERATION
                        .because("So many searches that differ so little are not for one child. This is on record;"
                                + " your supervisor can say what to do.")
                        .retryAfter((int) SearchTraces.HOUR.toSeconds());
            });
        }
    }
}
