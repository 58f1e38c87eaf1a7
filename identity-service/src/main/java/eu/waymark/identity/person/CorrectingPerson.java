package eu.waymark.identity.person;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.demographics.BroadSearch;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.demographics.ValidDemographics;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.restriction.Restrictions;
import eu.waymark.identity.search.SearchPace;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes what an agency's own record says. What it said before is kept. A correction counts as a search: the queue of
 * pairs tells whom a record is like.
 */
@ApplicationScoped
class CorrectingPerson {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final SearchPace pace;
    private final PersonRecords records;
    private final Restrictions restrictions;
    private final ValidDemographics valid;
    private final Clock clock;

    CorrectingPerson(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            SearchPace pace,
            PersonRecords records,
            Restrictions restrictions,
            ValidDemographics valid,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.pace = pace;
        this.records = records;
        this.restrictions = restrictions;
        this.valid = valid;
        this.clock = clock;
    }

    PersonView correct(UUID id, CorrectedPerson corrected, @Nullable String ifMatch) {
        var given = valid.require(corrected.demographics());
        pace.admit(caller.get(), given);
        return work.run(IdentityEvent.PERSON_CORRECTED, trail -> {
            trail.resource(id.toString());
            permits.require(Action.CHANGE_PERSON, Relationship.HOLDER);
            var record = records.ownToChange(caller.get().agency(), id);
            trail.about(record.tag());
            Versions.require(ifMatch, record.version());
            restrictions.requireNone(id);
            trail.note("reason", corrected.reason().name());
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            BroadSearch.refuse(given);
            var who = corrected.reason().keepsNames() ? withFormerNames(given, record, today) : given;
            records.correct(record, who, corrected.reason(), caller.get().subject());
            return PersonView.of(record, who, today, false);
        });
    }

    private Demographics withFormerNames(Demographics given, PersonRecord record, LocalDate today) {
        var who = given.withFormerNames(records.open(record), today);
        if (!who.hasRoom()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("With the names that stay as former ones there are too many.")
                    .at("names", "are too many; send those that were never right with the reason 'was-wrong'");
        }
        return who;
    }
}
