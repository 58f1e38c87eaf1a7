package eu.waymark.matching.index;

import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import eu.waymark.matching.score.Ranking;
import eu.waymark.matching.score.WeighedCandidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Weighs each candidate of one question once. */
final class Shortlist {

    /** So that the order of equals does not depend on how they were found. */
    private static final Comparator<WeighedCandidate<Long>> BY_ID = Comparator.comparing(WeighedCandidate::record);

    private final MatchingEngine engine;
    private final Prepared asked;
    private final long population;
    private long[] seen = new long[64];
    private int count;
    private final List<WeighedCandidate<Long>> weighed = new ArrayList<>();
    private double best = Double.NEGATIVE_INFINITY;

    Shortlist(MatchingEngine engine, Prepared asked, long population) {
        this.engine = engine;
        this.asked = asked;
        this.population = population;
    }

    /** Whether nobody of this id was shown before: people are few, so they are looked through. */
    boolean isNew(long id) {
        for (int i = 0; i < count; i++) {
            if (seen[i] == id) {
                return false;
            }
        }
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
        }
        seen[count++] = id;
        return true;
    }

    /** How many words must go together in a match with somebody of whom only a day of birth may be known. */
    int leastWords(long exactDay) {
        return exactDay == Long.MIN_VALUE ? engine.leastWords(asked) : engine.leastWords(asked, exactDay);
    }

    boolean mayMatch(Prepared candidate) {
        return engine.mayMatch(asked, candidate);
    }

    void add(Candidate<Long> candidate) {
        WeighedCandidate<Long> one = engine.weigh(asked, candidate, population);
        weighed.add(one);
        best = Math.max(best, one.weight());
    }

    /** Whether somebody is a certain match, so that a further look would bring strangers. */
    boolean isCertain() {
        return 1 / (1 + Math.pow(2, -best)) >= engine.parameters().thresholds().certain();
    }

    Ranking<Long> ranking() {
        weighed.sort(BY_ID);
        return engine.rank(weighed);
    }
}
