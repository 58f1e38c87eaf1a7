package eu.waymark.matching.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Puts candidates in order and takes the margin to the next identity into account. */
final class Ranker<T> {

    private final double marginBits;

    Ranker(double marginBits) {
        this.marginBits = marginBits;
    }

    Ranking<T> rank(Collection<Candidate<T>> candidates, Function<Candidate<T>, Score> scoring) {
        List<Scored<T>> scored = candidates.stream()
                .map(candidate -> new Scored<>(candidate, scoring.apply(candidate)))
                .sorted(Comparator.comparingDouble(
                                (Scored<T> one) -> one.score().weight())
                        .reversed())
                .toList();
        var hits = new ArrayList<Ranked<T>>();
        var relatives = new ArrayList<Ranked<T>>();
        for (Scored<T> one : scored) {
            if (one.score().band() != Band.NONE) {
                hits.add(ranked(one, scored));
            } else if (one.score().possibleRelative()) {
                relatives.add(ranked(one, scored));
            }
        }
        return new Ranking<>(hits, relatives);
    }

    private Ranked<T> ranked(Scored<T> one, List<Scored<T>> best) {
        double margin = best.stream()
                .filter(other -> !one.sameIdentity(other))
                .findFirst()
                .map(other -> Math.min(
                        Ranking.UNCONTESTED,
                        one.score().weight() - other.score().weight()))
                .orElse(Ranking.UNCONTESTED);
        boolean contested = margin < marginBits && one.score().band() == Band.CERTAIN;
        Band band = contested ? Band.POSSIBLE : one.score().band();
        return new Ranked<>(one.candidate().record(), one.score(), band, margin);
    }

    /** A candidate with its score, before its place is known. */
    private record Scored<T>(Candidate<T> candidate, Score score) {

        boolean sameIdentity(Scored<T> other) {
            return this == other
                    || candidate.identity() != null && Objects.equals(candidate.identity(), other.candidate.identity());
        }
    }
}
