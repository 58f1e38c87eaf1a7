package eu.waymark.referral.assessment;

import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows an edition of an assessment to one of the agencies in it. */
@ApplicationScoped
class AssessmentViews {

    private final Editions editions;
    private final Sections sections;
    private final SectionViews sectionViews;
    private final AssessmentTexts texts;

    AssessmentViews(Editions editions, Sections sections, SectionViews sectionViews, AssessmentTexts texts) {
        this.editions = editions;
        this.sections = sections;
        this.sectionViews = sectionViews;
        this.texts = texts;
    }

    AssessmentView of(Assessment assessment, String viewer) {
        return of(assessment, assessment.edition(), viewer);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 when there is no such edition */
    AssessmentView of(Assessment assessment, int number, String viewer) {
        var edition = editions.number(assessment, number)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The assessment has no such edition."));
        var opening = edition.opening();
        var reason = texts.openText(assessment, opening.reason());
        return new AssessmentView(
                assessment.id(),
                assessment.isLedBy(viewer) ? assessment.personRecordId() : null,
                assessment.agency(),
                assessment.country(),
                number < assessment.edition() ? AssessmentStatus.CLOSED : assessment.status(),
                number,
                assessment.edition(),
                reason == null ? "" : reason,
                opening.openedAt(),
                opening.dueAt(),
                opening.dueRule(),
                edition.approvedAt(),
                edition.closedAt(),
                sections.of(assessment.id(), number).stream()
                        .map(section -> sectionViews.of(assessment, section, number, viewer))
                        .toList(),
                assessment.version());
    }
}
