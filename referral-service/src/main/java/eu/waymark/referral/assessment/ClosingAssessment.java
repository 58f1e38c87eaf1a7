package eu.waymark.referral.assessment;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.gate.Gates;
import eu.waymark.referral.gate.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Closes an approved assessment; without a section only where the reason is on record. */
@ApplicationScoped
class ClosingAssessment {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownAssessments known;
    private final Assessments assessments;
    private final Editions editions;
    private final Sections sections;
    private final Gates gates;
    private final AssessmentTexts texts;
    private final AssessmentWork work;
    private final AssessmentViews views;
    private final Clock clock;

    ClosingAssessment(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownAssessments known,
            Assessments assessments,
            Editions editions,
            Sections sections,
            Gates gates,
            AssessmentTexts texts,
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
        this.gates = gates;
        this.texts = texts;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    AssessmentView close(UUID id, @Nullable String ifMatch, CloseAssessment request) {
        return audited.run(ReferralEvent.ASSESSMENT_CLOSED, trail -> {
            permits.requireAny(Action.LEAD_ASSESSMENT);
            var by = caller.get();
            var assessment = known.toLead(id, by, trail);
            Versions.require(ifMatch, assessment.version());
            if (assessment.status() == AssessmentStatus.APPROVED) {
                closeWithoutLate(assessment, request);
            }
            assessment.move(AssessmentStatus.CLOSED);
            gates.requireClosed(id, Stage.CLOSE);
            editions.current(assessment).close(by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            assessments.flush();
            work.closed(assessment);
            request.learned().noteOn(trail);
            return views.of(assessment, by.agency());
        });
    }

    private void closeWithoutLate(Assessment assessment, CloseAssessment request) {
        var late = sections.of(assessment.id(), assessment.edition()).stream()
                .filter(section -> !section.isSigned())
                .toList();
        requireReasons(late, request);
        late.forEach(section -> request.reasonFor(section.agency())
                .map(reason -> texts.sealText(assessment.personRecordId(), reason))
                .ifPresent(section::closeWithout));
    }

    private static void requireReasons(List<Section> late, CloseAssessment request) {
        ProblemException problem = null;
        for (var section : late) {
            if (request.reasonFor(section.agency()).isEmpty()) {
                problem = (problem == null
                                ? ReferralProblem.SECTION_LATE.because(
                                        "Say for each section that is not signed why you close without it.")
                                : problem)
                        .at("lateSections", "needs a reason for " + section.agency());
            }
        }
        if (problem != null) {
            throw problem;
        }
    }
}
