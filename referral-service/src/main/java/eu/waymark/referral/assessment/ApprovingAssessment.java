package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A supervisor of the agency that leads, who wrote nothing in it, approves the assessment. */
@ApplicationScoped
class ApprovingAssessment {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final Assessments assessments;
    private final Editions editions;
    private final Sections sections;
    private final SectionVersions versions;
    private final AssessmentWork work;
    private final AssessmentViews views;
    private final Clock clock;

    ApprovingAssessment(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            Assessments assessments,
            Editions editions,
            Sections sections,
            SectionVersions versions,
            AssessmentWork work,
            AssessmentViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.assessments = assessments;
        this.editions = editions;
        this.sections = sections;
        this.versions = versions;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    AssessmentView approve(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.ASSESSMENT_APPROVED, trail -> {
            permits.requireAny(Action.APPROVE_ASSESSMENT);
            var by = caller.get();
            var assessment = known.toLead(id, by, trail);
            Versions.require(ifMatch, assessment.version());
            requireNoAuthor(assessment, by);
            if (!sections.own(assessment, by.agency()).isSigned()) {
                throw ReferralProblem.SECTION_STATE.because("Your agency's own section is to be signed first.");
            }
            assessment.move(AssessmentStatus.APPROVED);
            editions.current(assessment).approve(by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            assessments.flush();
            work.approved(assessment);
            return views.of(assessment, by.agency());
        });
    }

    private void requireNoAuthor(Assessment assessment, Caller by) {
        var opened = editions.current(assessment).opening().openedBy().equals(by.subject());
        if (opened || versions.includeAuthor(assessment, by.subject())) {
            throw ReferralProblem.OWN_WORK.because("You opened it or wrote in it. Another supervisor approves it.");
        }
    }
}
