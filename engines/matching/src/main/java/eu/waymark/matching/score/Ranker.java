package eu.waymark.matching.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Puts candidates in order and takes the margin to the next identity into account. Gives reasons only for what counts. */
final class Ranker<T> {

    /** Where a rule holds two down to one weight, what they had without it decides. */
    private static final Comparator<Placed<?>> BEST_FIRST = Comparator.comparingDouble(
                    (Placed<?> one) -> one.weighed().weight())
            .thenComparingDouble(one -> one.weighed().evidence())
            .reversed();

    private final Parameters.Thresholds thresholds;
    private final Function<Weighed, Score> scoring;

    Ranker(Parameters.Thresholds thresholds, Function<Weighed, Score> scoring) {
        this.thresholds = thresholds;
        this.scoring = scoring;
    }

    Ranking<T> rank(Collection<Candidate<T>> candidates, Function<Candidate<T>, Weighed> weighing) {
        List<Placed<T>> placed = new ArrayList<>(candidates.size());
        for (Candidate<T> candidate : candidates) {
            placed.add(new Placed<>(candidate, weighing.apply(candidate)));
        }
        placed.sort(BEST_FIRST);
        var hits = new ArrayList<Ranked<T>>();
        var relatives = new ArrayList<Ranked<T>>();
        for (Placed<T> one : placed) {
            boolean relative = one.weighed().kin().odds() >= thresholds.kinOdds();
            if (relative || one.weighed().weight() >= thresholds.possibleBits() - 1) {
                Score score = scoring.apply(one.weighed());
                if (score.band() != Band.NONE) {
                    hits.add(ranked(one, score, placed));
                } else if (score.possibleRelative()) {
                    relatives.add(ranked(one, score, placed));
                }
            }
        }
        return new Ranking<>(hits, relatives);
    }

    private Ranked<T> ranked(Placed<T> one, Score score, List<Placed<T>> best) {
        double margin = Ranking.UNCONTESTED;
        for (Placed<T> other : best) {
            if (!one.sameIdentity(other)) {
                margin = Math.min(margin, score.weight() - other.weighed().weight());
                break;
            }
        }
        boolean contested = margin < thresholds.marginBits() && score.band() == Band.CERTAIN;
        return new Ranked<>(one.candidate().record(), score, contested ? Band.POSSIBLE : score.band(), margin);
    }

    /** A candidate with its weight, before its place is known. */
    private record Placed<T>(Candidate<T> candidate, Weighed weighed) {

        boolean sameIdentity(Placed<T> other) {
            return this == other
                    || candidate.identity() != null && Objects.equals(candidate.identity(), other.candidate.identity());
        }
    }
}
