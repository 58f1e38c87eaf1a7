package eu.waymark.identity.review;

import eu.waymark.access.Action;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.link.Pairs;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Gives a review to those who have a right to one of its two records. Every use belongs inside audited work. */
@ApplicationScoped
class ReviewAccess {

    private final Reviews reviews;
    private final Pairs pairs;
    private final CurrentCaller caller;
    private final CurrentAccess stated;
    private final Clock clock;

    ReviewAccess(Reviews reviews, Pairs pairs, CurrentCaller caller, CurrentAccess stated, Clock clock) {
        this.reviews = reviews;
        this.pairs = pairs;
        this.caller = caller;
        this.stated = stated;
        this.clock = clock;
    }

    Caller caller() {
        return caller.get();
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 {@code legal-basis-required} without one */
    void requireLegalBasis() {
        stated.get().requireLegalBasis();
    }

    /** To read. @throws eu.waymark.platform.web.problem.ProblemException 404 for an unknown one and a stranger's alike */
    OpenReview of(UUID id, Trail trail) {
        return permitted(id, reviews.findByIdOptional(id), trail);
    }

    /** To change, waiting for whoever changes it now. */
    OpenReview locked(UUID id, Trail trail) {
        return permitted(id, reviews.locked(id), trail);
    }

    /** To decide. @throws eu.waymark.platform.web.problem.ProblemException 409 unless the caller has claimed it */
    OpenReview claimed(UUID id, Trail trail) {
        var open = locked(id, trail);
        if (!open.review().status().isWaiting()) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because("The review is over; nothing is left to decide.");
        }
        requireClaim(open.review());
        return open;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 409 unless the caller has claimed it */
    void requireClaim(Review review) {
        if (!review.isClaimedBy(caller.get(), clock.instant())) {
            throw IdentityProblem.REVIEW_NOT_CLAIMED.because(
                    "Claim the review and look at both records. A claim lasts for 30 minutes.");
        }
    }

    ReviewView view(OpenReview open) {
        return ReviewView.of(open.review(), open.pair(), caller.get(), clock.instant());
    }

    private OpenReview permitted(UUID id, Optional<Review> found, Trail trail) {
        trail.resource(id.toString());
        var review = found.orElseThrow(Pairs::unknown);
        var pair = pairs.of(review.recordA(), review.recordB());
        pair.tell(trail);
        pairs.require(Action.REVIEW_PERSONS, pair, caller.get());
        pairs.requireUnrestricted(pair, caller.get());
        return new OpenReview(review, pair);
    }
}
