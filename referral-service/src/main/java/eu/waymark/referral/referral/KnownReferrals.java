package eu.waymark.referral.referral;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Referrals as the two agencies know them; for anyone else they do not exist. */
@ApplicationScoped
class KnownReferrals {

    private final Referrals referrals;
    private final Steps steps;
    private final PersonTags tags;

    KnownReferrals(Referrals referrals, Steps steps, PersonTags tags) {
        this.referrals = referrals;
        this.steps = steps;
        this.tags = tags;
    }

    /**
     * @throws ProblemException 404, the same for an unknown and for a foreign referral; 409 for one that the agency handed on
     */
    Referral find(UUID id, Caller by, Trail trail) {
        return find(id, by, trail, LockModeType.NONE);
    }

    /** The same, and nobody else changes it meanwhile: of many decisions at once the first counts, and the others see it. */
    Referral findForChange(UUID id, Caller by, Trail trail) {
        return find(id, by, trail, LockModeType.PESSIMISTIC_WRITE);
    }

    private Referral find(UUID id, Caller by, Trail trail, LockModeType lock) {
        trail.resource(id.toString());
        var referral = referrals.findByIdOptional(id, lock);
        // Named before the check, so that a refused look is on record with the child it was after.
        referral.flatMap(found -> tags.find(found.work().personRecordId())).ifPresent(trail::about);
        return referral.filter(found -> found.isFrom(by.agency()) || found.isTo(by.agency()))
                .orElseThrow(() -> unknown(id, by));
    }

    private ProblemException unknown(UUID id, Caller by) {
        return steps.forwardedBy(id, by.agency())
                .map(step -> ReferralProblem.FORWARDED.because("%s to %s.".formatted(step.told(), step.toAgency)))
                .orElseGet(() -> CommonProblem.NOT_FOUND.because("Your agency has no such referral."));
    }

    /** Names the children of a list on the trail, and how many rows were given out. */
    void name(List<ReferralSummary> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(ReferralSummary::personRecordId).toList()).forEach(trail::about);
    }
}
