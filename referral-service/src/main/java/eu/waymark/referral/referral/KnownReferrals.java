package eu.waymark.referral.referral;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Referrals as the two agencies know them; for anyone else they do not exist. */
@ApplicationScoped
class KnownReferrals {

    private final Referrals referrals;
    private final PersonTags tags;

    KnownReferrals(Referrals referrals, PersonTags tags) {
        this.referrals = referrals;
        this.tags = tags;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for an unknown and for a foreign referral */
    Referral find(UUID id, Caller by, Trail trail) {
        trail.resource(id.toString());
        var referral = referrals.findByIdOptional(id);
        // Named before the check, so that a refused look is on record with the child it was after.
        referral.flatMap(found -> tags.find(found.work().personRecordId())).ifPresent(trail::about);
        return referral.filter(found -> found.isFrom(by.agency()) || found.isTo(by.agency()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such referral."));
    }

    /** Names the children of a list on the trail, and how many rows were given out. */
    void name(List<ReferralSummary> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(ReferralSummary::personRecordId).toList()).forEach(trail::about);
    }
}
