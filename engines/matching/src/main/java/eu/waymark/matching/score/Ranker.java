package eu.waymark.matching.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Puts candidates in order and takes the margin to the next identity into account. Gives reasons only for what counts. */
final class Ranker<T> {

    /** Where a rule holds two down to one weight, what they had without it decides. */
    private static final Comparator<WeighedCandidate<?>> BEST_FIRST = Comparator.comparingDouble(
                    (WeighedCandidate<?> one) -> one.weighed().weight())
            .thenComparingDouble(one -> one.weighed().evidence())
            .reversed();

    private final Parameters.Thresholds thresholds;
    private final Function<Weighed, Score> scoring;

    Ranker(Parameters.Thresholds thresholds, Function<Weighed, Score> scoring) {
        this.thresholds = thresholds;
        this.scoring = scoring;
    }

    Ranking<T> rank(Collection<WeighedCandidate<T>> candidates) {
        var placed = new ArrayList<>(candidates);
        placed.sort(BEST_FIRST);
        var hits = new ArrayList<Ranked<T>>();
        var relatives = new ArrayList<Ranked<T>>();
        for (WeighedCandidate<T> one : placed) {
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

    private Ranked<T> ranked(WeighedCandidate<T> one, Score score, List<WeighedCandidate<T>> best) {
        double margin = Ranking.UNCONTESTED;
        for (WeighedCandidate<T> other : best) {
            if (!one.sameIdentity(other)) {
                margin = Math.min(margin, score.weight() - other.weighed().weight());
                break;
            }
        }
        boolean contested = margin < thresholds.marginBits() && score.band() == Band.CERTAIN;
        return new Ranked<>(one.record(), score, contested ? Band.POSSIBLE : score.band(), margin);
    }
}
