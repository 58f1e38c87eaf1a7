package eu.waymark.identity.review;

import eu.waymark.access.Action;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.link.Handles;
import eu.waymark.identity.link.Links;
import eu.waymark.identity.link.Pair;
import eu.waymark.identity.link.Pairs;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Puts a pair up, takes it in hand, and lets the other agency read one's half. */
@ApplicationScoped
class TakingReview {

    private final AuditedWork work;
    private final ReviewAccess access;
    private final Reviews reviews;
    private final Queueing queueing;
    private final Pairs pairs;
    private final Links links;
    private final PersonRecords records;
    private final Handles handles;
    private final Clock clock;

    TakingReview(
            AuditedWork work,
            ReviewAccess access,
            Reviews reviews,
            Queueing queueing,
            Pairs pairs,
            Links links,
            PersonRecords records,
            Handles handles,
            Clock clock) {
        this.work = work;
        this.access = access;
        this.reviews = reviews;
        this.queueing = queueing;
        this.pairs = pairs;
        this.links = links;
        this.records = records;
        this.handles = handles;
        this.clock = clock;
    }

    ReviewView ask(NewReview asked) {
        return work.run(IdentityEvent.REVIEW_ASKED, trail -> {
            var by = access.caller();
            var own = records.own(by.agency(), asked.recordId());
            trail.about(own.tag());
            var pair = pairs.of(own.id(), other(asked, by));
            pair.tell(trail);
            pairs.require(Action.REVIEW_PERSONS, pair, by);
            pairs.requireUnrestricted(pair, by);
            requireUndecided(pair, by);
            var review = queueing.ask(pair);
            reviews.asked(review, by.agency());
            trail.resource(review.id().toString());
            trail.created(ReviewResource.location(review.id()).toString());
            return access.view(new OpenReview(review, pair));
        });
    }

    /** Of two who claim at once the second waits for the row, and finds it taken. */
    ReviewView claim(UUID id) {
        return work.run(IdentityEvent.REVIEW_CLAIMED, trail -> {
            var open = access.locked(id, trail);
            var review = open.review();
            var by = access.caller();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (!review.status().isWaiting()) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because("The review is over.");
            }
            if (review.isClaimed(now) && !review.isClaimedBy(by, now)) {
                throw IdentityProblem.REVIEW_CLAIMED.because("Take another one, or come back when the claim is over.");
            }
            if (review.status() == ReviewStatus.PROPOSED) {
                SecondPerson.require(review, by);
            } else if (reviews.hasBeenUnsure(review, by.subject())) {
                throw IdentityProblem.ANOTHER_REVIEWER_NEEDED.because("You could not tell; somebody else looks next.");
            }
            review.claim(by, now);
            reviews.flush();
            return access.view(open);
        });
    }

    ReviewView open(UUID id) {
        return work.run(IdentityEvent.REVIEW_OPENED, trail -> {
            var open = access.locked(id, trail);
            if (!open.review().status().isWaiting()) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because("The review is over.");
            }
            if (!open.pair().isHeldBy(access.caller())) {
                throw CommonProblem.FORBIDDEN.because("Only an agency whose record it is opens its half.");
            }
            if (!open.pair().isOfOneCountry()) {
                access.requireLegalBasis();
            }
            reviews.open(open.review(), access.caller(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return access.view(open);
        });
    }

    private UUID other(NewReview asked, Caller by) {
        var handle = asked.handle();
        var record = asked.otherRecordId();
        if (handle != null && record == null) {
            return handles.shown(handle, by);
        }
        if (handle != null || record == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Name one other record.")
                    .at("handle", "either this or 'otherRecordId'");
        }
        if (record.equals(asked.recordId())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("A pair is of two records.")
                    .at("otherRecordId", "is the same record");
        }
        return records.own(by.agency(), record).id();
    }

    /** A decision stands until there is new evidence; who may take links back may ask again without. */
    private void requireUndecided(Pair pair, Caller by) {
        if (queueing.isOneAlready(pair)) {
            throw IdentityProblem.ALREADY_DECIDED.because("The two are one child already.");
        }
        if (links.newest(pair).isPresent() && !by.has("supervisor") && !by.has("central-authority")) {
            throw IdentityProblem.ALREADY_DECIDED.because(
                    "Correct your record when there is new evidence, or ask your supervisor to put the pair up again.");
        }
    }
}
