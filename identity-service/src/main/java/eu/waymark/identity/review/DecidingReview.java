package eu.waymark.identity.review;

import eu.waymark.access.Action;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.link.Decider;
import eu.waymark.identity.link.Decision;
import eu.waymark.identity.link.Identities;
import eu.waymark.identity.link.Linking;
import eu.waymark.identity.link.Links;
import eu.waymark.identity.link.Pairs;
import eu.waymark.identity.link.Verdict;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides a claimed pair: one person says that two are two, two people of two agencies say that they are one. */
@ApplicationScoped
class DecidingReview {

    private final AuditedWork work;
    private final ReviewAccess access;
    private final Reviews reviews;
    private final Links links;
    private final Identities identities;
    private final Linking linking;
    private final Queueing queueing;
    private final Pairs pairs;
    private final Notes notes;

    DecidingReview(
            AuditedWork work,
            ReviewAccess access,
            Reviews reviews,
            Links links,
            Identities identities,
            Linking linking,
            Queueing queueing,
            Pairs pairs,
            Notes notes) {
        this.work = work;
        this.access = access;
        this.reviews = reviews;
        this.links = links;
        this.identities = identities;
        this.linking = linking;
        this.queueing = queueing;
        this.pairs = pairs;
        this.notes = notes;
    }

    ReviewView decide(UUID id, Decision decision) {
        return work.run(IdentityEvent.REVIEW_DECIDED, trail -> {
            links.lock();
            var open = access.claimed(id, trail);
            tell(trail, decision.checked());
            if (open.review().status() != ReviewStatus.OPEN) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because(
                        "It is proposed already: confirm it, or do not agree.");
            }
            switch (decision.verdict()) {
                case SAME -> same(open, decision);
                case DIFFERENT, RELATED -> apart(open, decision);
                case UNSURE -> unsure(open, decision);
            }
            reviews.flush();
            return access.view(open);
        });
    }

    ReviewView confirm(UUID id, Confirmation confirmation) {
        return work.run(IdentityEvent.REVIEW_CONFIRMED, trail -> {
            links.lock();
            var open = access.locked(id, trail);
            var review = open.review();
            if (review.status() != ReviewStatus.PROPOSED) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because("Nobody has proposed that the two are one child.");
            }
            var by = access.caller();
            SecondPerson.require(review, by);
            access.requireClaim(review);
            trail.note("agree", confirmation.agree().toString());
            if (confirmation.agree()) {
                link(open, confirmation, by);
            } else {
                notes.leave(review, confirmation.note());
                review.become(ReviewStatus.OPEN);
            }
            reviews.flush();
            return access.view(open);
        });
    }

    private void link(OpenReview open, Confirmation confirmation, Caller second) {
        var review = open.review();
        var first = review.proposer().orElseThrow();
        var why = Objects.requireNonNull(review.proposedReason());
        review.become(ReviewStatus.DECIDED);
        reviews.flush();
        linking.decide(
                UUID.randomUUID(),
                open.pair(),
                new Decision(Verdict.SAME, null, why, words(review, confirmation)),
                first,
                Decider.of(second));
    }

    /** What both wrote, the proposer first. */
    private @Nullable String words(Review review, Confirmation confirmation) {
        var words = Stream.of(notes.read(review), confirmation.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }

    private void same(OpenReview open, Decision decision) {
        var by = Decider.of(access.caller());
        if (open.pair().isOfOneAgency()) {
            identities.requireOneAgency(open.pair(), decision.verdict());
            end(open, decision, by);
        } else {
            notes.leave(open.review(), decision.note());
            open.review().propose(by, decision.reason());
        }
    }

    private void apart(OpenReview open, Decision decision) {
        if (queueing.isOneAlready(open.pair())) {
            pairs.require(Action.LINK_PERSONS, open.pair(), access.caller());
        }
        end(open, decision, Decider.of(access.caller()));
    }

    private void end(OpenReview open, Decision decision, Decider by) {
        open.review().become(ReviewStatus.DECIDED);
        reviews.flush();
        linking.decide(open.pair(), decision, by);
    }

    private void unsure(OpenReview open, Decision decision) {
        var review = open.review();
        notes.leave(review, decision.note());
        review.become(ReviewStatus.OPEN);
        reviews.wasUnsure(review, access.caller().subject());
        // Not knowing takes nothing back that somebody knew.
        if (links.newest(open.pair()).isEmpty()) {
            linking.decide(open.pair(), decision, Decider.of(access.caller()));
        }
    }

    private static void tell(Trail trail, Decision decision) {
        trail.note("verdict", decision.verdict().name());
        trail.note("reason", decision.reason().name());
    }
}
