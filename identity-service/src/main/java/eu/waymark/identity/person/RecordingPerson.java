package eu.waymark.identity.person;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.record.PersonRecords.Entrant;
import eu.waymark.identity.search.Searches;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Makes a person record, after a search for the same person (requirement I11). */
@ApplicationScoped
class RecordingPerson {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final Searches searches;
    private final PersonRecords records;
    private final Clock clock;

    RecordingPerson(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            Searches searches,
            PersonRecords records,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.searches = searches;
        this.records = records;
        this.clock = clock;
    }

    PersonView record(NewPerson person) {
        return work.run(IdentityEvent.PERSON_RECORDED, trail -> {
            permits.require(Action.CREATE_PERSON, Relationship.NONE);
            var by = caller.get();
            searches.use(person.searchId(), by, person.demographics());
            var entrant = new Entrant(person.demographics(), null, null);
            var record = records.add(by, List.of(entrant)).getFirst();
            trail.about(record.tag());
            trail.resource(record.id().toString());
            trail.created(PersonResource.location(record.id()).toString());
            return PersonView.of(
                    record, person.demographics(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), false);
        });
    }
}
