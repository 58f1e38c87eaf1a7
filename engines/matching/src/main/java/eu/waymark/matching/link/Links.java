package eu.waymark.matching.link;

import eu.waymark.matching.train.LinkModel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What a linkage found: candidate pairs with their probabilities. Records are known by their place in the files. */
public final class Links {

    private static final double LINKED = .5;

    private final long[] pairs;
    private final double[] probabilities;
    private final BitSet relatives;
    private final int lefts;
    private final int records;
    private final LinkModel model;

    Links(long[] pairs, double[] probabilities, BitSet relatives, int lefts, int records, LinkModel model) {
        this.pairs = pairs;
        this.probabilities = probabilities;
        this.relatives = relatives;
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

    /**
     * Whether a pair may be called a match: from probability one half, and never where one family has two given names.
     * Nobody can tell twins from a child whose name was written anew by name and birth alone, so a person has to look.
     */
    public boolean isMatch(int pair) {
        return probabilities[pair] >= LINKED && !relatives.get(pair);
    }

    /**
     * The same where each record has at most one partner: the likeliest pairs come first, and what is taken is taken.
     * Right only where neither file holds anybody twice.
     */
    public Links oneToOne() {
        Integer[] order = IntStream.range(0, pairs.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer pair) -> -probabilities[pair]));
        var taken = new BitSet(records);
        double[] kept = new double[pairs.length];
        for (int pair : order) {
            int left = (int) (pairs[pair] >>> 32);
            int right = (int) pairs[pair];
            if (!taken.get(left) && !taken.get(right)) {
                taken.set(left);
                taken.set(right);
                kept[pair] = probabilities[pair];
            }
        }
        return new Links(pairs, kept, relatives, lefts, records, model);
    }

    /** What was learnt. */
    public LinkModel model() {
        return model;
    }
}
