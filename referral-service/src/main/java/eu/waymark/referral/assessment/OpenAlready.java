package eu.waymark.referral.assessment;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A child has one open assessment, whichever of its linked records it is on (domain F8). Who wants a second one is sent to
 * the first where they have a right to know of it; the agency that leads it is told in any case.
 */
@ApplicationScoped
class OpenAlready {

    private final Assessments assessments;
    private final KnownAssessments known;
    private final PersonTags tags;
    private final AuditedWork audited;
    private final AssessmentWork work;

    OpenAlready(
            Assessments assessments,
            KnownAssessments known,
            PersonTags tags,
            AuditedWork audited,
            AssessmentWork work) {
        this.assessments = assessments;
        this.known = known;
        this.tags = tags;
        this.audited = audited;
        this.work = work;
    }

    /** Where the first one is: for the agencies in it. */
    @Schema(name = "OpenAssessmentPointer")
    record Pointer(UUID assessment, String leadAgency) {}

    /** @throws ProblemException 409 {@code assessment-open}, with the pointer for those who are in it */
    void requireNone(UUID record, Caller by) {
        assessments.openOn(record).ifPresent(open -> {
            var problem = ReferralProblem.ASSESSMENT_OPEN.because(
                    "There is one assessment of a child at a time. The agency that leads it is told that you asked.");
            throw known.isKnownTo(open, by.agency()) ? problem.showing(new Pointer(open.id(), open.agency())) : problem;
        });
    }

    /** Does what opens one; where that is refused because one is open, its lead is told, which outlives the refusal. */
    <T> T tellingTheFirst(Supplier<UUID> record, Caller by, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (ProblemException refused) {
            if (refused.type() == ReferralProblem.ASSESSMENT_OPEN) {
                tell(record.get(), by);
            }
            throw refused;
        }
    }

    private void tell(UUID record, Caller by) {
        audited.run(ReferralEvent.ASSESSMENT_ASKED_AGAIN, trail -> {
            var open = assessments.openOn(record);
            open.flatMap(one -> tags.find(one.personRecordId())).ifPresent(trail::about);
            open.filter(one -> !one.isLedBy(by.agency())).ifPresent(one -> work.askedAgain(one, by.agency()));
            return open.isPresent();
        });
    }
}
