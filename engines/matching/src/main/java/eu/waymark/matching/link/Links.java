package eu.waymark.matching.link;

import eu.waymark.matching.train.LinkModel;

/** What a linkage found: candidate pairs with their probabilities. Records are known by their place in the files. */
public final class Links {

    private final long[] pairs;
    private final double[] probabilities;
    private final int lefts;
    private final int records;
    private final LinkModel model;

    Links(long[] pairs, double[] probabilities, int lefts, int records, LinkModel model) {
        this.pairs = pairs;
        this.probabilities = probabilities;
        this.lefts = lefts;
        this.records = records;
        this.model = model;
    }

    /** Candidate pairs, in the order of the left file, then of the right. */
    public int size() {
        return pairs.length;
    }

    /** Place of a pair's record in the left file. */
    public int left(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    /** Place of a pair's record in the right file, or in the only one. */
    public int right(int pair) {
        int right = (int) pairs[pair];
        return lefts == records ? right : right - lefts;
    }

    /** How likely the two are one person. */
    public double probability(int pair) {
        return probabilities[pair];
    }

    /** What was learnt. */
    public LinkModel model() {
        return model;
    }
}
