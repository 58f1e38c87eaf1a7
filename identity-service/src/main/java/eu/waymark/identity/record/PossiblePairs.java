package eu.waymark.identity.record;

import eu.waymark.matching.score.Ranked;

/** Is told of two records that may be one child's, so that people look at them. */
public interface PossiblePairs {

    /**
     * Two records. Called inside audited work, perhaps more than once for a pair, and in either order.
     *
     * @param record the one that was looked for
     * @param other the one that was found, with its score and the reasons
     */
    void found(FoundPerson record, Ranked<FoundPerson> other);
}
