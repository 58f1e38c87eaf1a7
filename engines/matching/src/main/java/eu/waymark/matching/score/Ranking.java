package eu.waymark.matching.score;

import java.util.List;

/**
 * The answer to one question, best first.
 *
 * @param hits certain and possible matches
 * @param relatives not the child, but they look like its twin or sibling
 */
public record Ranking<T>(List<Ranked<T>> hits, List<Ranked<T>> relatives) {

    /** The margin of a candidate without a rival, in bits. */
    public static final double UNCONTESTED = 99;

    public Ranking {
        hits = List.copyOf(hits);
        relatives = List.copyOf(relatives);
    }

    /** The band of the best hit. */
    public Band band() {
        return hits.isEmpty() ? Band.NONE : hits.getFirst().band();
    }
}
