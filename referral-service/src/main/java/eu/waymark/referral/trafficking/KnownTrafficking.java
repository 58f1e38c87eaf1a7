package eu.waymark.referral.trafficking;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trafficking referrals as the agencies named in them know them; for anyone else they do not exist. */
@ApplicationScoped
class KnownTrafficking {

    private final TraffickingReferrals referrals;
    private final PersonTags tags;

    KnownTrafficking(TraffickingReferrals referrals, PersonTags tags) {
        this.referrals = referrals;
        this.tags = tags;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for an unknown and for a foreign one */
    TraffickingReferral find(UUID id, Caller by, Trail trail) {
        return known(referrals.findByIdOptional(id), id, by, trail);
    }

    /** The same to change something of it: one at a time. */
    TraffickingReferral toChange(UUID id, Caller by, Trail trail) {
        return known(referrals.locked(id), id, by, trail);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 {@code not-the-referrer} for another agency in it */
    TraffickingReferral ownToChange(UUID id, Caller by, Trail trail) {
        var referral = toChange(id, by, trail);
        if (!referral.isFrom(by.agency())) {
            throw ReferralProblem.NOT_THE_REFERRER.because("The agency that referred does this.");
        }
        return referral;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 {@code not-the-local-authority} for another agency in it */
    TraffickingReferral localToChange(UUID id, Caller by, Trail trail) {
        var referral = toChange(id, by, trail);
        referral.requireSent();
        if (!referral.isLocalTo(by.agency())) {
            throw ReferralProblem.NOT_THE_LOCAL_AUTHORITY.because("The local authority that it names does this.");
        }
        return referral;
    }

    /** Names the people of a list on the trail, and how many rows were given out. */
    void name(List<TraffickingReferral> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(TraffickingReferral::holdingRecord).toList())
                .forEach(trail::about);
    }

    private TraffickingReferral known(Optional<TraffickingReferral> found, UUID id, Caller by, Trail trail) {
        trail.resource(id.toString());
        // Named before the check, so that a refused look is on record with whom it was after.
        found.flatMap(one -> tags.find(one.holdingRecord())).ifPresent(trail::about);
        return found.filter(one -> one.isKnownTo(by.agency()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such referral."));
    }
}
