package eu.waymark.referral.assessment;

import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.told.ToldRegister;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the agencies in an assessment have to do, by when, and what they are told. */
@ApplicationScoped
class AssessmentWork {

    private final WorkItems items;
    private final Clocks clocks;
    private final ToldRegister told;

    AssessmentWork(WorkItems items, Clocks clocks, ToldRegister told) {
        this.items = items;
        this.clocks = clocks;
        this.told = told;
    }

    /** By when an assessment that begins now is due: in England 45 working days, in Wales 42. */
    Due due(Assessment assessment, Instant start) {
        return clocks.due(Duty.ASSESSMENT, assessment.agency(), assessment.country(), start);
    }

    /** The lead sees to it that it is approved and closed. */
    void begun(Assessment assessment, Edition edition) {
        items.open(work(WorkKind.ASSESSMENT_CLOSING, assessment, assessment.agency(), edition));
    }

    void asked(Assessment assessment, Edition edition, Section section) {
        items.open(work(WorkKind.ASSESSMENT_SECTION, assessment, section.agency(), edition));
        if (!assessment.isLedBy(section.agency())) {
            told.tell(
                    section.agency(),
                    "assessment-section-asked",
                    assessment.id(),
                    assessment.agency(),
                    assessment.personRecordId());
        }
    }

    /** Once all have signed, or one signs after the approval, somebody who is no author approves. */
    void signed(Assessment assessment, Edition edition, Section section, boolean toApprove) {
        items.close(WorkKind.ASSESSMENT_SECTION, assessment.id(), section.agency(), "signed");
        var awaited = items.isOpen(WorkKind.ASSESSMENT_APPROVAL, assessment.id(), assessment.agency());
        if (toApprove && !awaited) {
            items.open(work(WorkKind.ASSESSMENT_APPROVAL, assessment, assessment.agency(), edition));
        }
        if (!assessment.isLedBy(section.agency())) {
            told.tell(
                    assessment.agency(),
                    "assessment-section-signed",
                    assessment.id(),
                    section.agency(),
                    assessment.personRecordId());
        }
    }

    void approved(Assessment assessment) {
        items.close(WorkKind.ASSESSMENT_APPROVAL, assessment.id(), "approved");
    }

    void closed(Assessment assessment) {
        items.closeAll(assessment.id(), "closed");
    }

    /** The agency that leads is told that another one wanted to begin an assessment of the same child. */
    void askedAgain(Assessment open, String byAgency) {
        told.tell(open.agency(), "assessment-asked-again", open.id(), byAgency, open.personRecordId());
    }

    private static NewWork work(WorkKind kind, Assessment assessment, String agency, Edition edition) {
        var opening = edition.opening();
        return new NewWork(
                kind,
                assessment.id(),
                assessment.personRecordId(),
                agency,
                opening.openedAt(),
                due(opening.dueAt(), opening.dueRule()));
    }

    private static @Nullable Due due(@Nullable Instant at, @Nullable String rule) {
        return at == null || rule == null ? null : new Due(at, rule);
    }
}
