package eu.waymark.referral.supervision;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes down what was said in supervision, and what was agreed. */
@Singleton
class WritingSupervision {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final SupervisionRecords records;
    private final AgreedActions agreed;
    private final ChildTexts texts;
    private final Clock clock;

    WritingSupervision(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            SupervisionRecords records,
            AgreedActions agreed,
            ChildTexts texts,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.records = records;
        this.agreed = agreed;
        this.texts = texts;
        this.clock = clock;
    }

    SupervisionView write(NewSupervision request) {
        permits.requireAny(Action.WRITE_SUPERVISION);
        var child = request.personRecordId();
        var asked = child == null ? null : children.ask(child);
        return audited.run(ReferralEvent.SUPERVISION_WRITTEN, trail -> {
            var by = caller.get();
            if (asked != null) {
                asked.own(by, trail);
            }
            requireHat(request, by);
            requireSense(request);
            var record = record(request, by);
            records.persistAndFlush(record);
            agreed.keep(record, request.actions());
            trail.resource(record.id.toString());
            trail.note("kind", record.kind);
            trail.created(SupervisionResource.PATH + "/" + record.id);
            return records.view(record);
        });
    }

    /** Nobody reflects well with whoever decides about the caseload: one person has one of the two hats. */
    private static void requireHat(NewSupervision request, Caller by) {
        var isReflective = SupervisionRecord.REFLECTIVE.equals(request.kind());
        if (isReflective ? !by.has("supervisor") || by.has("manager") : !by.has("manager")) {
            throw ReferralProblem.ANOTHER_ROLE.because(
                    "A supervisor who manages nobody writes reflection, a manager writes oversight.");
        }
    }

    private void requireSense(NewSupervision request) {
        var today = LocalDate.now(clock);
        if (request.worker().equals(caller.get().subject())) {
            throw CommonProblem.INVALID_FIELDS.because("It takes two.").at("worker", "must be somebody else");
        }
        if (request.heldOn().isAfter(today)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Write down what was said.")
                    .at("heldOn", "must not be in the future");
        }
        if (request.actions().stream().anyMatch(action -> action.dueOn().isBefore(today))) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Agree on a day to come.")
                    .at("actions.dueOn", "must not be in the past");
        }
    }

    private SupervisionRecord record(NewSupervision request, Caller by) {
        var record = new SupervisionRecord();
        record.id = UUID.randomUUID();
        record.personRecordId = request.personRecordId();
        // What is about no child is erased with none: a key of its own.
        record.keyId = request.personRecordId() == null ? UUID.randomUUID() : request.personRecordId();
        record.agency = by.agency();
        record.kind = request.kind();
        record.worker = request.worker();
        record.author = by.subject();
        record.heldOn = request.heldOn();
        record.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        record.text = texts.seal(record.keyId, request.text());
        return record;
    }
}
