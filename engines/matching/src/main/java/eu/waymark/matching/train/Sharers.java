package eu.waymark.matching.train;

import java.util.Arrays;

/**
 * What it says that a value on which a pair agrees is borne by so many further records. One person's records bring their
 * value along, so where duplicates are many, a value that nobody else has is seldom two strangers', more seldom than its
 * share among all records tells; learnt with everything else.
 */
final class Sharers {

    /** Of nobody: says what the share of the value says. */
    static final Sharers UNKNOWN = new Sharers(0, 0);

    private static final int CLASSES = 17;

    /** Each number up to here is a class of its own, then powers of two. */
    private static final int FEW = 4;

    /** True pairs that the share of the value is believed for. */
    private static final double BELIEVED = 10;

    private final double[][] all;
    private final double[][] same;
    private final double allPairs;
    private double persons;

    private Sharers(int slots, double allPairs) {
        this.all = new double[slots][CLASSES];
        this.same = new double[slots][CLASSES];
        this.allPairs = allPairs;
    }

    /**
     * Counts how many pairs agree on values of each class. Candidates hold all pairs that share a rare value, the random
     * pairs enough of those that share a common one.
     */
    static Sharers of(int slots, Outcomes candidates, Outcomes random, double allPairs) {
        var sharers = new Sharers(slots, allPairs);
        double[][] drawn = new double[slots][CLASSES];
        count(candidates, 1, sharers.all);
        count(random, allPairs / Math.max(1, random.size()), drawn);
        for (int slot = 0; slot < slots; slot++) {
            for (int some = 0; some < CLASSES; some++) {
                sharers.all[slot][some] = Math.max(sharers.all[slot][some], drawn[slot][some]);
            }
        }
        return sharers;
    }

    private static void count(Outcomes outcomes, double weight, double[][] counts) {
        for (int pair = 0; pair < outcomes.size(); pair++) {
            for (int slot = 0; slot < counts.length; slot++) {
                if (outcomes.level(pair, slot) == 0 && outcomes.others(pair, slot) >= 0) {
                    counts[slot][of(outcomes.others(pair, slot))] += weight;
                }
            }
        }
    }

    /** Learns anew from candidates, each with the probability that it is one person. */
    void learn(Outcomes candidates, double[] probabilities) {
        persons = 0;
        for (double[] slot : same) {
            Arrays.fill(slot, 0);
        }
        for (int pair = 0; pair < candidates.size(); pair++) {
            persons += probabilities[pair];
            for (int slot = 0; slot < same.length; slot++) {
                if (candidates.level(pair, slot) == 0 && candidates.others(pair, slot) >= 0) {
                    same[slot][of(candidates.others(pair, slot))] += probabilities[pair];
                }
            }
        }
    }

    /**
     * The odds of one person against strangers where a slot agrees exactly.
     *
     * @param others records beside the two that have the value
     * @param usual the odds by the share of the value
     */
    double odds(int slot, int others, double usual) {
        if (persons == 0) {
            return usual;
        }
        int some = of(others);
        double strangers = Math.max(0, all[slot][some] - same[slot][some]);
        double believed = BELIEVED * allPairs / (persons * usual);
        return (same[slot][some] + BELIEVED) / persons / ((strangers + believed) / allPairs);
    }

    private static int of(int others) {
        int power = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, others / FEW));
        return others < FEW ? others : Math.min(CLASSES - 1, FEW + power - 1);
    }
}
