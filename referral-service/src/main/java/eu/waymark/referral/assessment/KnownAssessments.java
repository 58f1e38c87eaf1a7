package eu.waymark.referral.assessment;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Assessments as the agencies in them know them; for anyone else they do not exist. */
@ApplicationScoped
class KnownAssessments {

    private final Assessments assessments;
    private final Sections sections;
    private final PersonTags tags;

    KnownAssessments(Assessments assessments, Sections sections, PersonTags tags) {
        this.assessments = assessments;
        this.sections = sections;
        this.tags = tags;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for an unknown and for a foreign one */
    Assessment find(UUID id, Caller by, Trail trail) {
        return known(assessments.findByIdOptional(id), id, by, trail);
    }

    /** The same to change something of it: one at a time. */
    Assessment toChange(UUID id, Caller by, Trail trail) {
        return known(assessments.locked(id), id, by, trail);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 {@code not-the-lead} for another agency in it */
    Assessment toLead(UUID id, Caller by, Trail trail) {
        var assessment = toChange(id, by, trail);
        if (!assessment.isLedBy(by.agency())) {
            throw ReferralProblem.NOT_THE_LEAD.because("Another agency leads this assessment. Ask it.");
        }
        return assessment;
    }

    /** Names the children of a list on the trail, and how many rows were given out. */
    void name(List<Assessment> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(Assessment::personRecordId).toList()).forEach(trail::about);
    }

    /** Whether the agency leads it or writes in it: only then may it know that there is one. */
    boolean isKnownTo(Assessment assessment, String agency) {
        return assessment.isLedBy(agency) || sections.includes(assessment.id(), agency);
    }

    private Assessment known(Optional<Assessment> found, UUID id, Caller by, Trail trail) {
        trail.resource(id.toString());
        // Named before the check, so that a refused look is on record with the child it was after.
        found.flatMap(one -> tags.find(one.personRecordId())).ifPresent(trail::about);
        return found.filter(one -> isKnownTo(one, by.agency()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such assessment."));
    }
}
