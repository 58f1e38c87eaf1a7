package eu.waymark.matching.index;

import eu.waymark.matching.score.Candidate;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Prepared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Weighs candidates without reasons, so that reasons are made only for those who may be shown. */
final class Shortlist {

    /** Below the weight of a possible match, in bits: room for relatives and for the margin of the last hit. */
    private static final double SLACK = 12;

    private static final int LEAST = 12;

    /** Among equals by id, so that an answer does not depend on how it was found. */
    private static final Comparator<Weighed> BEST_FIRST = Comparator.comparingDouble(Weighed::weight)
            .reversed()
            .thenComparing(one -> one.candidate().record());

    private final MatchingEngine engine;
    private final Prepared asked;
    private final long population;
    private final Set<Long> seen = new HashSet<>();
    private final List<Weighed> weighed = new ArrayList<>();
    private double best = Double.NEGATIVE_INFINITY;

    Shortlist(MatchingEngine engine, Prepared asked, long population) {
        this.engine = engine;
        this.asked = asked;
        this.population = population;
    }

    private record Weighed(double weight, Candidate<Long> candidate) {}

    boolean isNew(long id) {
        return seen.add(id);
    }

    void add(Candidate<Long> candidate) {
        double weight = engine.weight(asked, candidate.demographics(), population);
        weighed.add(new Weighed(weight, candidate));
        best = Math.max(best, weight);
    }

    /** Whether somebody is a certain match, so that a further look would bring strangers. */
    boolean isCertain() {
        return 1 / (1 + Math.pow(2, -best)) >= engine.parameters().thresholds().certain();
    }

    /** Everybody who may be a hit or a relative, best first. */
    List<Candidate<Long>> likely() {
        double possible = engine.parameters().thresholds().possible();
        double floor = Math.log(possible / (1 - possible)) / Math.log(2) - SLACK;
        weighed.sort(BEST_FIRST);
        var likely = new ArrayList<Candidate<Long>>();
        for (Weighed one : weighed) {
            if (one.weight() >= floor || likely.size() < LEAST) {
                likely.add(one.candidate());
            }
        }
        return likely;
    }
}
