package eu.waymark.identity.search;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.demographics.BroadSearch;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.PersonFinder;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.search.InternalSearchAnswer.Match;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds, for a check in the register, the records that may be the child's. The person who checks is the actor. */
@ApplicationScoped
class SearchingForRegister {

    private static final String REGISTER = "register-service";
    private static final int MOST_MATCHES = 20;

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final SearchPace pace;
    private final PersonFinder finder;
    private final PersonRecords records;

    SearchingForRegister(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            SearchPace pace,
            PersonFinder finder,
            PersonRecords records) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.pace = pace;
        this.finder = finder;
        this.records = records;
    }

    /**
     * Searches for the child of a record of the caller's own agency.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one that is unknown and for another's alike
     */
    InternalSearchAnswer search(UUID recordId) {
        var who = work.run(IdentityEvent.PERSON_RESOLVED, trail -> {
            trail.resource(recordId.toString());
            requireRegister();
            var record = records.own(caller.get().agency(), recordId);
            trail.about(record.tag());
            return records.open(record);
        });
        return search(who);
    }

    InternalSearchAnswer search(Demographics who) {
        pace.admit(caller.get(), who);
        return work.run(IdentityEvent.SEARCHED, trail -> {
            trail.seal(SearchPace.TERMS, who);
            requireRegister();
            permits.require(Action.CHECK, Relationship.NONE);
            BroadSearch.refuse(who);
            var found = finder.find(who);
            var matches =
                    found.hits().stream().limit(MOST_MATCHES).map(Match::of).toList();
            matches.forEach(match -> trail.about(match.tag()));
            trail.seal("recordIds", matches.stream().map(Match::recordId).toList());
            trail.returned(matches.size());
            return new InternalSearchAnswer(found.population(), matches);
        });
    }

    private void requireRegister() {
        if (!caller.get().client().equals(REGISTER)) {
            throw CommonProblem.FORBIDDEN.because("Only the register searches for checks.");
        }
    }
}
