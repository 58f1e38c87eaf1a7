package eu.waymark.identity.review;

import eu.waymark.identity.link.Comparing;
import eu.waymark.identity.link.Edge;
import eu.waymark.identity.link.Identities;
import eu.waymark.identity.link.Links;
import eu.waymark.identity.link.Pair;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.restriction.Restrictions;
import eu.waymark.matching.score.Score;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    private final Restrictions restrictions;
    private final Clock clock;

    Queueing(
            Reviews reviews,
            Links links,
            Identities identities,
            Comparing comparing,
            PersonRecords records,
            Restrictions restrictions,
            Clock clock) {
        this.reviews = reviews;
        this.links = links;
        this.identities = identities;
        this.comparing = comparing;
        this.records = records;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /**
     * A pair that the model suggests, compared.
     *
     * @param rank its place in the queue
     */
    record Suggestion(Pair pair, Score score, int rank) {}

    /** Compares a pair, which takes its time: before anything is locked. Empty where nobody need be asked. */
    Optional<Suggestion> weigh(Pair pair) {
        if (isSettled(pair)) {
            return Optional.empty();
        }
        var score = comparing.score(pair);
        return stands(links.newest(pair), score)
                ? Optional.empty()
                : Optional.of(new Suggestion(pair, score, rank(pair, score)));
    }

    /** Queues what is still worth asking, under {@link Links#lock()}: somebody may have decided meanwhile. */
    boolean suggest(Suggestion suggestion) {
        var pair = suggestion.pair();
        var decided = links.newest(pair);
        if (isSettled(pair) || stands(decided, suggestion.score())) {
            return false;
        }
        add(pair, decided.isPresent() ? QueueReason.NEW_EVIDENCE : QueueReason.FOUND, suggestion.rank());
        return true;
    }

    /** Whether there is nothing to ask of the pair, or it must not be asked. */
    private boolean isSettled(Pair pair) {
        return reviews.isSealed(pair)
                || reviews.waiting(pair).isPresent()
                || isOneAlready(pair)
                || !restrictions.among(List.of(pair.a().id(), pair.b().id())).isEmpty();
    }

    /** Queues what a person asks for; a pair that waits already is that. */
    Review ask(Pair pair) {
        return reviews.waiting(pair).orElseGet(() -> add(pair, QueueReason.ASKED, rank(pair, comparing.score(pair))));
    }

    boolean isOneAlready(Pair pair) {
        return identities.isOne(pair);
    }

    /** Whether a person's word on the pair still stands: what the two records say of each other has not changed since. */
    private static boolean stands(Optional<Edge> decision, Score now) {
        return decision.filter(edge -> Math.abs(edge.bits() - Comparing.bits(now)) < SAME_BITS)
                .isPresent();
    }

    private int rank(Pair pair, Score score) {
        return Rank.of(
                score.probability(),
                records.open(pair.a()),
                records.open(pair.b()),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Review add(Pair pair, QueueReason reason, int rank) {
        var review = new Review(pair, reason, rank, clock.instant().truncatedTo(ChronoUnit.MICROS));
        reviews.persistAndFlush(review);
        return review;
    }
}
