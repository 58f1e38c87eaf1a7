package eu.waymark.identity.model;

import eu.waymark.matching.score.Band;
import eu.waymark.matching.score.MatchingEngine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often a model is right.
 *
 * @param pairs that were judged
 * @param missed pairs of one child that it takes for two: nobody would look at them
 * @param mistaken pairs of two children that it is certain are one
 * @param brier mean square of the distance of its probability from the truth (Brier 1950): 0 is best
 */
@Schema(
        description =
                "`missed`: one child taken for two; `mistaken`: two children certainly taken for one; `brier`: 0 is best.")
record Judgement(int pairs, int missed, int mistaken, double brier) {

    static Judgement of(MatchingEngine engine, List<JudgedPair> pairs, long population) {
        int missed = 0;
        int mistaken = 0;
        double squares = 0;
        for (var pair : pairs) {
            var score = engine.score(engine.prepare(pair.left()), engine.prepare(pair.right()), population);
            double distance = score.probability() - (pair.same() ? 1 : 0);
            squares += distance * distance;
            missed += pair.same() && score.band() == Band.NONE ? 1 : 0;
            mistaken += !pair.same() && score.band() == Band.CERTAIN ? 1 : 0;
        }
        return new Judgement(pairs.size(), missed, mistaken, pairs.isEmpty() ? 0 : squares / pairs.size());
    }
}
