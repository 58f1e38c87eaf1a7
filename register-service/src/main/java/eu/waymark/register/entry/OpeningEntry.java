package eu.waymark.register.entry;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
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
import eu.waymark.register.worker.Workers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Enters a child of the agency's own; from then on the agency is responsible. */
@Singleton
class OpeningEntry {

    private final Permits permits;
    private final PersonRecords persons;
    private final PersonTags tags;
    private final Erasures erasures;
    private final Directory directory;
    private final Entries entries;
    private final ReviewClock reviews;
    private final Workers workers;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Clock clock;

    OpeningEntry(
            Permits permits,
            @RestClient PersonRecords persons,
            PersonTags tags,
            Erasures erasures,
            Directory directory,
            Entries entries,
            ReviewClock reviews,
            Workers workers,
            AuditedWork audited,
            CurrentCaller caller,
            Clock clock) {
        this.permits = permits;
        this.persons = persons;
        this.tags = tags;
        this.erasures = erasures;
        this.directory = directory;
        this.entries = entries;
        this.reviews = reviews;
        this.workers = workers;
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
            workers.opened(entry.id, caller.get());
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
        if (!directory.isOpen(holder)) {
            throw RegisterProblem.UNKNOWN_CODE.because(
                    "Your agency is not in the directory, or has closed: ask the registrar to add it.");
        }
        var entry = new Entry();
        entry.id = UUID.randomUUID();
        entry.personRecordId = request.personRecordId();
        var measure = directory.measureToChoose(request.measure(), LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        requireHarms(request.harms());
        entry.measure = measure.code();
        entry.expectedOn = expected(request, measure.commonClass());
        entry.harms = request.harms();
        entry.risk = request.risk();
        entry.holder = holder;
        entry.startedOn = request.startedOn();
        entry.reviewDueOn = firstReview(entry);
        entry.openedAt = clock.instant();
        if (request.safeguards() != null) {
            entry.safeguards = request.safeguards().safeguardsIn(caller.get().country());
        }
        entries.seal(entry, request.summary());
        return entry;
    }

    /** A measure before birth says when the birth is expected, and no other does. */
    private @Nullable LocalDate expected(NewEntry request, String commonClass) {
        var isUnborn = commonClass.equals(Entry.UNBORN_PLAN);
        var expected = request.expectedOn();
        var today = LocalDate.now(clock);
        if (isUnborn != (expected != null)
                || expected != null
                        && (expected.isBefore(today.minusMonths(1)) || expected.isAfter(today.plusMonths(10)))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A measure before birth says when the birth is expected; a child who is born has none.")
                    .at("expectedOn", "must be given for a measure before birth, near its time, and for no other");
        }
        return expected;
    }

    private void requireHarms(List<String> harms) {
        if (!directory.harms(harms, LocalDate.now(clock)).containsAll(harms)) {
            throw RegisterProblem.UNKNOWN_CODE
                    .because("Choose kinds of harm that the directory lists.")
                    .at("harms", "is not, or no more, in the directory");
        }
    }

    private LocalDate firstReview(Entry entry) {
        var place = directory.placeOf(entry.measure);
        return entry.expectedOn == null
                ? reviews.first(place, entry.startedOn)
                : reviews.unborn(place, entry.startedOn);
    }
}
