package eu.waymark.referral.gate;

import eu.waymark.clocks.GuidelineStep;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.gate.StepView.Steps;
import eu.waymark.referral.person.ChildTexts;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records the steps of a piece of work for the agency that does it; for anyone else it does not exist. */
@ApplicationScoped
class TakingSteps {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final GatedWorks gated;
    private final StepRecords records;
    private final PersonTags tags;
    private final ChildTexts texts;
    private final List<Discretion> discretions;

    TakingSteps(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            GatedWorks gated,
            StepRecords records,
            PersonTags tags,
            ChildTexts texts,
            @All List<Discretion> discretions) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.gated = gated;
        this.records = records;
        this.tags = tags;
        this.texts = texts;
        this.discretions = discretions;
    }

    Steps read(UUID reference) {
        return audited.run(ReferralEvent.STEPS_READ, trail -> view(own(reference, trail)));
    }

    Steps complete(UUID reference, String code) {
        return audited.run(ReferralEvent.STEP_DONE, trail -> {
            var work = own(reference, trail);
            record(work, code, StepRecord.DONE, null, trail);
            return view(work);
        });
    }

    Steps override(UUID reference, String code, String reason) {
        return audited.run(ReferralEvent.STEP_OVERRIDDEN, trail -> {
            var work = own(reference, trail);
            record(work, code, StepRecord.OVERRIDDEN, texts.seal(work.personRecordId(), reason), trail);
            return view(work);
        });
    }

    private Gated own(UUID reference, Trail trail) {
        trail.resource(reference.toString());
        var found = gated.findByIdOptional(reference);
        // Named before the check, so that a refused look is on record with the child it was after.
        found.flatMap(work -> tags.find(work.personRecordId())).ifPresent(trail::about);
        var by = caller.get();
        var own = found.filter(work -> work.agency().equals(by.agency()))
                .filter(work -> discretions.stream().noneMatch(one -> one.hides(reference, by)))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such work with steps."));
        permits.requireAny(own.work().doneBy());
        return own;
    }

    private void record(Gated work, String code, String state, byte @Nullable [] reason, Trail trail) {
        if (gated.steps(work).stream().map(GuidelineStep::code).noneMatch(code::equals)) {
            throw CommonProblem.NOT_FOUND.because("The guideline of this work has no such step.");
        }
        trail.note("step", code);
        if (!records.keep(work.reference(), code, state, reason, caller.get())) {
            throw ReferralProblem.STEP_RECORDED.because("The step was recorded before. Read what became of it.");
        }
    }

    private Steps view(Gated work) {
        var recorded =
                records.of(work.reference()).stream().collect(Collectors.toMap(StepRecord::code, Function.identity()));
        var steps = gated.steps(work).stream()
                .map(step -> view(work, step, recorded.get(step.code())))
                .toList();
        var closable =
                steps.stream().noneMatch(step -> step.isOpen() && step.stage().equals(Stage.CLOSE.code()));
        return new Steps(work.rulesVersion(), closable, steps);
    }

    private StepView view(Gated work, GuidelineStep step, @Nullable StepRecord record) {
        if (record == null) {
            return new StepView(step.code(), step.stage(), step.text(), step.source(), "open", null, null, null);
        }
        var sealed = record.reason();
        return new StepView(
                step.code(),
                step.stage(),
                step.text(),
                step.source(),
                record.state(),
                sealed == null ? null : texts.open(work.personRecordId(), sealed),
                record.recordedBy(),
                record.recordedAt());
    }
}
