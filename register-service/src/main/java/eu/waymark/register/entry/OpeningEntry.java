package eu.waymark.register.entry;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.clocks.ClockRules;
import eu.waymark.clocks.DueDate;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.EntriesResource.NewEntry;
import eu.waymark.register.entry.PersonRecords.PersonRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Enters a child of the agency's own; from then on the agency is responsible. */
@Singleton
class OpeningEntry {

    /** The first review of a registered plan is due within three months (domain, EN-REV1). */
    private static final String FIRST_REVIEW = "EN-REV1";

    private final Permits permits;
    private final PersonRecords persons;
    private final PersonTags tags;
    private final Erasures erasures;
    private final Directory directory;
    private final Entries entries;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;
    private final ClockRules rules = ClockRules.shipped();

    OpeningEntry(
            Permits permits,
            @RestClient PersonRecords persons,
            PersonTags tags,
            Erasures erasures,
            Directory directory,
            Entries entries,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.persons = persons;
        this.tags = tags;
        this.erasures = erasures;
        this.directory = directory;
        this.entries = entries;
        this.audited = audited;
        this.caller = caller;
        this.clock = clock;
    }

    EntryView open(NewEntry request) {
        var known = known(request.personRecordId());
        return audited.run(RegisterEvent.ENTRY_OPENED, trail -> {
            permits.require(Action.CREATE_ENTRY, Relationship.HOLDER);
            var person = known.get();
            requireOwn(person);
            erasures.requireNotErased(person.recordId());
            trail.about(person.tag());
            tags.remember(person.recordId(), person.tag());
            if (entries.count("personRecordId = ?1 and status = 'active'", person.recordId()) > 0) {
                throw RegisterProblem.ALREADY_ENTERED.because("Review the active entry instead of opening another.");
            }
            var entry = entry(request);
            entries.persistAndFlush(entry);
            trail.resource(entry.id.toString());
            trail.created(EntriesResource.PATH + "/" + entry.id);
            return entries.view(entry);
        });
    }

    /** Asked before the transaction; a refusal of identity's is thrown within it, so that it is on record here too. */
    private Supplier<PersonRecord> known(UUID recordId) {
        try {
            var person = persons.find(recordId);
            return () -> person;
        } catch (ProblemException refused) {
            return () -> {
                throw refused;
            };
        }
    }

    private void requireOwn(PersonRecord person) {
        if (!person.agency().equals(caller.get().agency())) {
            throw CommonProblem.NOT_FOUND.because("There is no such person record, or none that you may know of.");
        }
    }

    private Entry entry(NewEntry request) {
        var holder = caller.get().agency();
        if (directory.countryOf(holder).isEmpty()) {
            throw RegisterProblem.UNKNOWN_CODE.because(
                    "Your agency is not in the directory: ask the registrar to add it.");
        }
        var entry = new Entry();
        entry.id = UUID.randomUUID();
        entry.personRecordId = request.personRecordId();
        entry.measure = directory
                .measureToChoose(request.measure(), LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                .code();
        entry.harms = request.harms();
        entry.risk = request.risk();
        entry.holder = holder;
        entry.startedOn = request.startedOn();
        entry.reviewDueOn = firstReview(request.startedOn());
        entry.openedAt = clock.instant();
        if (request.safeguards() != null) {
            entry.safeguards = request.safeguards().safeguardsIn(caller.get().country());
        }
        entries.seal(entry, request.summary());
        return entry;
    }

    private LocalDate firstReview(LocalDate startedOn) {
        var rule = rules.find(FIRST_REVIEW).orElseThrow();
        var start = startedOn.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return DueDate.of(rule, start, rules.calendar("GB-ENG")).date();
    }
}
