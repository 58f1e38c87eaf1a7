package eu.waymark.identity.search;

import eu.waymark.identity.search.FoundCandidate.Reason;
import eu.waymark.matching.score.Contribution;

/** Puts the engine's reasons on the wire, in its own plain words. */
final class Explanation {

    private Explanation() {}

    static Reason of(Contribution contribution) {
        return new Reason(
                Wire.code(contribution.field()),
                Wire.code(contribution.level().name()),
                contribution.bits(),
                eu.waymark.matching.explain.Explanation.sentence(contribution));
    }
}
