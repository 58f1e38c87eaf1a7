package eu.waymark.identity.review;

import eu.waymark.identity.link.Comparing;
import eu.waymark.identity.link.Edge;
import eu.waymark.identity.link.Identities;
import eu.waymark.identity.link.Links;
import eu.waymark.identity.link.Pair;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.matching.score.Score;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Puts a pair into the queue, once, and not again when people have decided it and nothing has changed since. */
@ApplicationScoped
class Queueing {

    /** The bits of a decision are compared as a person reads them: to one decimal. */
    private static final double SAME_BITS = 0.05;

    private final Reviews reviews;
    private final Links links;
    private final Identities identities;
    private final Comparing comparing;
    private final PersonRecords records;
    private final Clock clock;

    Queueing(
            Reviews reviews,
            Links links,
            Identities identities,
            Comparing comparing,
            PersonRecords records,
            Clock clock) {
        this.reviews = reviews;
        this.links = links;
        this.identities = identities;
        this.comparing = comparing;
        this.records = records;
        this.clock = clock;
    }

    /** Queues what the model suggests, unless a person's word on the pair still stands. */
    Optional<Review> suggest(Pair pair) {
        if (reviews.isSealed(pair) || reviews.waiting(pair).isPresent() || isOneAlready(pair)) {
            return Optional.empty();
        }
        var score = comparing.score(pair);
        var decided = links.newest(pair);
        if (decided.filter(edge -> stands(edge, score)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(add(pair, decided.isPresent() ? QueueReason.NEW_EVIDENCE : QueueReason.FOUND, score));
    }

    /** Queues what a person asks for; a pair that waits already is that. */
    Review ask(Pair pair) {
        return reviews.waiting(pair).orElseGet(() -> add(pair, QueueReason.ASKED, comparing.score(pair)));
    }

    boolean isOneAlready(Pair pair) {
        return identities.of(pair.a().id()).equals(identities.of(pair.b().id()));
    }

    private static boolean stands(Edge decision, Score now) {
        return Math.abs(decision.bits() - Comparing.bits(now)) < SAME_BITS;
    }

    private Review add(Pair pair, QueueReason reason, Score score) {
        var now = clock.instant();
        var rank = Rank.of(
                score.probability(),
                records.open(pair.a()),
                records.open(pair.b()),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        var review = new Review(pair, reason, rank, now.truncatedTo(ChronoUnit.MICROS));
        reviews.persistAndFlush(review);
        return review;
    }
}
