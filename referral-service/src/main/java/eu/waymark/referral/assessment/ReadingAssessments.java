package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Shows an agency the assessments that it leads or writes in, each as far as it may see. */
@ApplicationScoped
class ReadingAssessments {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final Assessments assessments;
    private final Sections sections;
    private final AssessmentViews views;
    private final SectionViews sectionViews;

    ReadingAssessments(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            Assessments assessments,
            Sections sections,
            AssessmentViews views,
            SectionViews sectionViews) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.assessments = assessments;
        this.sections = sections;
        this.views = views;
        this.sectionViews = sectionViews;
    }

    /** @param edition null for the one that is worked on */
    AssessmentView one(UUID id, @Nullable Integer edition) {
        return audited.run(ReferralEvent.ASSESSMENT_READ, trail -> {
            var by = permitted();
            var assessment = known.find(id, by, trail);
            return views.of(assessment, number(assessment, edition), by.agency());
        });
    }

    SectionView section(UUID id, String agency, @Nullable Integer edition) {
        return audited.run(
                ReferralEvent.ASSESSMENT_READ,
                trail -> ofSection(
                        id,
                        agency,
                        edition,
                        trail,
                        (assessment, section) -> sectionViews.of(
                                assessment,
                                section,
                                number(assessment, edition),
                                caller.get().agency())));
    }

    SectionVersionView.All history(UUID id, String agency, @Nullable Integer edition) {
        return audited.run(
                ReferralEvent.ASSESSMENT_READ,
                trail -> ofSection(
                        id,
                        agency,
                        edition,
                        trail,
                        (assessment, section) -> sectionViews.history(
                                assessment, section, caller.get().agency())));
    }

    Page<AssessmentSummary> page(PageRequest page) {
        return audited.run(ReferralEvent.ASSESSMENTS_LISTED, trail -> {
            var rows = assessments.of(permitted().agency(), page);
            known.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), AssessmentSummary::cursor, AssessmentSummary::of);
        });
    }

    private <T> T ofSection(
            UUID id, String agency, @Nullable Integer edition, Trail trail, BiFunction<Assessment, Section, T> view) {
        var assessment = known.find(id, permitted(), trail);
        return sections.find(assessment, number(assessment, edition), agency)
                .map(section -> view.apply(assessment, section))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("That agency has no section in that edition."));
    }

    private static int number(Assessment assessment, @Nullable Integer edition) {
        return edition == null ? assessment.edition() : edition;
    }

    private Caller permitted() {
        permits.requireAny(Action.LEAD_ASSESSMENT, Action.WRITE_ASSESSMENT, Action.APPROVE_ASSESSMENT);
        return caller.get();
    }
}
