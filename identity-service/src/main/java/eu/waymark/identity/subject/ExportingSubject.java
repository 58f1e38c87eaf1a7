package eu.waymark.identity.subject;

import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.EarlierVersion;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.restriction.Restrictions;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts together what is held on a person, for their request and for nothing else. */
@ApplicationScoped
class ExportingSubject {

    private static final String PURPOSE = "SUBJECT-ACCESS";

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final PersonRecords records;
    private final Restrictions restrictions;
    private final Instance<HeldOnSubject> parts;

    ExportingSubject(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            CurrentAccess access,
            PersonRecords records,
            Restrictions restrictions,
            Instance<HeldOnSubject> parts) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.access = access;
        this.records = records;
        this.restrictions = restrictions;
        this.parts = parts;
    }

    SubjectExport export(UUID id) {
        return work.run(IdentityEvent.SUBJECT_EXPORTED, trail -> {
            trail.resource(id.toString());
            permits.requireLevel("FULL", Relationship.HOLDER);
            if (!PURPOSE.equals(access.get().purpose())) {
                throw CommonProblem.FORBIDDEN.because(
                        "This is for the request of the person alone: the purpose is " + PURPOSE + ".");
            }
            var record = records.own(caller.get().agency(), id);
            trail.about(record.tag());
            trail.returned(1);
            return export(record);
        });
    }

    private SubjectExport export(PersonRecord record) {
        return new SubjectExport(
                record.id(),
                record.agency(),
                record.place().time(),
                records.open(record),
                records.history(record).stream().map(ExportingSubject::before).toList(),
                restrictions.views(record.id()),
                sections(record.id()));
    }

    private List<SubjectExport.Section> sections(UUID record) {
        return parts.stream()
                .map(part -> new SubjectExport.Section(part.title(), part.about(record)))
                .filter(section -> !section.sentences().isEmpty())
                .sorted(Comparator.comparing(SubjectExport.Section::title))
                .toList();
    }

    private static SubjectExport.Before before(EarlierVersion version) {
        return new SubjectExport.Before(version.demographics(), version.replacedAt(), version.reason());
    }
}
