package eu.waymark.identity.restriction;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Restricts a record of the caller's agency and lifts the restriction. */
@ApplicationScoped
class RestrictingPerson {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final PersonRecords records;
    private final Restrictions restrictions;
    private final Clock clock;

    RestrictingPerson(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            PersonRecords records,
            Restrictions restrictions,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.records = records;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    RestrictionView restrict(UUID person, NewRestriction asked) {
        return work.run(IdentityEvent.PERSON_RESTRICTED, trail -> {
            own(person, trail);
            trail.note("basis", asked.basis().name());
            if (restrictions.isRestricted(person)) {
                throw IdentityProblem.RESTRICTED.because("The record is restricted already.");
            }
            var restriction =
                    new Restriction(person, asked.basis(), caller.get().subject(), now());
            restrictions.persistAndFlush(restriction);
            trail.created(RestrictionResource.location(person).toString());
            return RestrictionView.of(restriction);
        });
    }

    RestrictionView lift(UUID person, @Nullable String ifMatch) {
        return work.run(IdentityEvent.RESTRICTION_LIFTED, trail -> {
            own(person, trail);
            var restriction = restrictions
                    .of(person)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The record is not restricted."));
            Versions.require(ifMatch, restriction.version());
            restriction.lift(caller.get().subject(), now());
            restrictions.flush();
            return RestrictionView.of(restriction);
        });
    }

    List<RestrictionView> read(UUID person) {
        return work.run(IdentityEvent.RESTRICTION_READ, trail -> {
            own(person, trail);
            var all = restrictions.views(person);
            trail.returned(all.size());
            return all;
        });
    }

    /** The rights of a person are seen to by those who may erase the record. */
    private PersonRecord own(UUID person, Trail trail) {
        trail.resource(person.toString());
        permits.require(Action.ERASE_PERSON, Relationship.HOLDER);
        var record = records.ownToChange(caller.get().agency(), person);
        trail.about(record.tag());
        return record;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
