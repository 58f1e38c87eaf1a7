package eu.waymark.identity.search;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * Stops an actor who leafs through the register one question at a time: for one name through the dates, for one date
 * through the names, or through very many people (requirement I12). Counted in the database, for all replicas together.
 */
@ApplicationScoped
class EnumerationGuard {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final SearchTraces traces;
    private final AuditedWork work;
    private final SearchLimits limits;
    private final Clock clock;

    EnumerationGuard(SearchTraces traces, AuditedWork work, SearchLimits limits, Clock clock) {
        this.traces = traces;
        this.work = work;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Notes one search of the caller.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 429 when it looks like leafing; the first is an alarm
     */
    void admit(Caller caller, Demographics who) {
        var now = clock.instant();
        var counts = QuarkusTransaction.requiringNew().call(() -> traces.note(caller.subject(), who, now, WINDOW));
        int excess = counts.excessOver(limits);
        if (excess > 0) {
            var event = excess == 1 ? IdentityEvent.SEARCH_ENUMERATION : IdentityEvent.SEARCHED;
            work.run(event, trail -> {
                trail.seal(SearchPace.TERMS, who);
                trail.note("pattern", counts.pattern(limits));
                throw IdentityProblem.SEARCH_ENUMERATION
                        .because("So many searches that differ so little are not for one child. This is on record;"
                                + " your supervisor can say what to do.")
                        .retryAfter((int) WINDOW.toSeconds());
            });
        }
    }
}
