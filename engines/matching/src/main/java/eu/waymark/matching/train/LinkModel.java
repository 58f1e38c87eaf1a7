package eu.waymark.matching.train;

import java.util.List;

/**
 * What was learnt: for each slot and level how often it is met by two records of one person (m) and by strangers (u),
 * and how many of all pairs are one person. Fellegi and Sunter (1969), with u of a value from its own frequency as in
 * Winkler (2000).
 */
public final class LinkModel {

    /** Records that a value is believed to have beside those counted, before counting. */
    private static final double UNSEEN = 1;

    /** How far the frequency of a word counts where two words are only alike. */
    private static final double ALIKE = .5;

    final List<Slot> slots;
    final double[][] m;
    final double[][] u;
    final long records;
    double prior;

    LinkModel(List<Slot> slots, double[][] m, double[][] u, long records, double prior) {
        this.slots = List.copyOf(slots);
        this.m = m;
        this.u = u;
        this.records = records;
        this.prior = prior;
    }

    /** Share of all pairs that are one person. */
    public double prior() {
        return prior;
    }

    /** Slots, in the order of outcomes. */
    public List<Slot> slots() {
        return slots;
    }

    /** How often two records of one person are found at a level. */
    public double m(int slot, int level) {
        return m[slot][level];
    }

    /** How often strangers are. */
    public double u(int slot, int level) {
        return u[slot][level];
    }

    /** Natural logarithm of the odds before looking. */
    double priorLog() {
        return Math.log(prior / (1 - prior));
    }

    /** Natural logarithm of m/u over all slots. */
    public double evidence(Outcomes outcomes, int pair) {
        double sum = 0;
        for (int slot = 0; slot < m.length; slot++) {
            int level = outcomes.level(pair, slot);
            if (level >= 0) {
                sum += evidence(slot, level, outcomes.others(pair, slot));
            }
        }
        return sum;
    }

    private double evidence(int slot, int level, int others) {
        double met = u[slot][level];
        if (others >= 0) {
            double usual = u[slot][0];
            double share = (others + UNSEEN) / (records + UNSEEN / usual);
            met = level == 0 ? share : Math.min(1, met * Math.pow(share / usual, ALIKE));
        }
        return Math.log(m[slot][level] / met);
    }
}
