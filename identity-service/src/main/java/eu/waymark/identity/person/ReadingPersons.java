package eu.waymark.identity.person;

import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.restriction.Restrictions;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Shows an agency its own person records. Another agency's answer as unknown ones do. */
@ApplicationScoped
class ReadingPersons {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final PersonRecords records;
    private final Restrictions restrictions;
    private final Clock clock;

    ReadingPersons(
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

    PersonView one(UUID id) {
        return work.run(IdentityEvent.PERSON_READ, trail -> {
            permits.requireLevel("FULL", Relationship.HOLDER);
            trail.resource(id.toString());
            var record = records.own(caller.get().agency(), id);
            trail.returned(1);
            return view(record, restrictions.among(List.of(id)), trail);
        });
    }

    PersonHistory history(UUID id) {
        return work.run(IdentityEvent.PERSON_HISTORY_READ, trail -> {
            permits.requireLevel("FULL", Relationship.HOLDER);
            trail.resource(id.toString());
            var record = records.own(caller.get().agency(), id);
            trail.about(record.tag());
            var versions = records.history(record);
            trail.returned(versions.size());
            return PersonHistory.of(id, versions);
        });
    }

    Page<PersonView> own(PageRequest page) {
        return work.run(IdentityEvent.PERSONS_LISTED, trail -> {
            permits.requireLevel("FULL", Relationship.HOLDER);
            var found = records.ofAgency(caller.get().agency(), page.after(), page.limit() + 1);
            var restricted =
                    restrictions.among(found.stream().map(PersonRecord::id).toList());
            var shown = Page.of(found, page.limit(), PersonRecord::place, record -> view(record, restricted, trail));
            trail.returned(shown.items().size());
            return shown;
        });
    }

    private PersonView view(PersonRecord record, Set<UUID> restricted, Trail trail) {
        trail.about(record.tag());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return PersonView.of(record, records.open(record), today, restricted.contains(record.id()));
    }
}
