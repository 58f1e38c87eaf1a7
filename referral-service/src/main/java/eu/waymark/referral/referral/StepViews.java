package eu.waymark.referral.referral;

import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The course of a referral: all of it to its sender, to a recipient what happened since it came there. */
@ApplicationScoped
class StepViews {

    private final Steps steps;
    private final ChildTexts texts;

    StepViews(Steps steps, ChildTexts texts) {
        this.steps = steps;
        this.texts = texts;
    }

    List<StepView> of(Referral referral, String agency) {
        var all = steps.of(referral.id());
        var from = referral.isFrom(agency) ? 0 : arrival(all, agency);
        return all.stream()
                .filter(step -> step.seq >= from)
                .filter(step -> referral.isFrom(agency) || !step.isKept())
                .map(step -> view(referral.work().personRecordId(), step))
                .toList();
    }

    private static int arrival(List<Step> all, String agency) {
        return all.stream()
                .filter(step -> agency.equals(step.toAgency))
                .mapToInt(step -> step.seq)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private StepView view(UUID record, Step step) {
        return new StepView(
                step.move,
                step.agency,
                open(record, step.worker),
                step.doneAt,
                step.code,
                open(record, step.note),
                step.toAgency);
    }

    private @Nullable String open(UUID record, byte @Nullable [] sealed) {
        return sealed == null ? null : texts.open(record, sealed);
    }
}
