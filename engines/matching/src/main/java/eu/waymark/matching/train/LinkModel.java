package eu.waymark.matching.train;

import java.util.List;

/**
 * What was learnt: for each slot and level how often it is met by two records of one person (m) and by strangers (u),
 * and how many of all pairs are one person, relatives, or neighbours. Fellegi and Sunter (1969), with u of a value from
 * its own frequency as in Winkler (2000), and with classes beside strangers: without them, whoever shares a home
 * would pass for one person as soon as a file holds more neighbours than doubles.
 */
public final class LinkModel {

    /** Records that a value is believed to have beside those counted, before counting. */
    private static final double UNSEEN = 1;

    /** A third record may itself be two people mixed up. */
    private static final double SUREST = .98;

    /** What two records agree on, the third has mostly said already. */
    private static final double SAID_TWICE = .5;

    /** How often what twins share is written for both to the letter: they are registered by one clerk on one day. */
    private static final double WRITTEN_ALIKE = .97;

    private static final Kin[] KINS = Kin.values();

    /** How far the frequency of a word counts where two words are only alike. */
    private static final double ALIKE = .5;

    final List<Slot> slots;
    final double[][] m;
    final double[][] u;
    final long records;
    final double[] shares;
    private final Sharers sharers;

    /** Takes over the arrays; {@code shares} of all pairs are in the order of {@link Kin}. */
    LinkModel(List<Slot> slots, double[][] m, double[][] u, long records, double[] shares, Sharers sharers) {
        this.sharers = sharers;
        this.slots = List.copyOf(slots);
        this.m = m;
        this.u = u;
        this.records = records;
        this.shares = shares;
    }

    /** What is known of nobody: no level says anything. */
    public static LinkModel untrained(List<Slot> slots) {
        double[][] equal = slots.stream()
                .map(slot -> slot.levels().stream()
                        .mapToDouble(level -> 1.0 / slot.levels().size())
                        .toArray())
                .toArray(double[][]::new);
        return new LinkModel(slots, equal, equal, 0, new double[KINS.length], Sharers.UNKNOWN);
    }

    /** Share of all pairs that are this to each other. */
    public double share(Kin kin) {
        return shares[kin.ordinal()];
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

    /** How likely a pair is one person. */
    public double probability(Outcomes outcomes, int pair) {
        double[] posterior = new double[KINS.length];
        posterior(outcomes, pair, posterior);
        return posterior[0];
    }

    /**
     * How likely a pair is one person that a third record says so of: never more than it says, less where the two
     * contradict each other.
     *
     * @param before how likely it is without comparing the two
     */
    public double probability(Outcomes outcomes, int pair, double before) {
        double evidence = 0;
        for (int slot = 0; slot < m.length; slot++) {
            int level = outcomes.level(pair, slot);
            evidence += level < 0 ? 0 : evidence(slot, level, outcomes.others(pair, slot));
        }
        double likely = Math.min(before, SUREST);
        return Math.min(likely, 1 / (1 + (1 - likely) / likely * Math.exp(-SAID_TWICE * evidence)));
    }

    /** Fills in how likely a pair is each {@link Kin}; the rest to one is how likely they are strangers. */
    void posterior(Outcomes outcomes, int pair, double[] kins) {
        double most = 0;
        for (int kin = 0; kin < kins.length; kin++) {
            kins[kin] = Math.log(shares[kin]);
        }
        for (int slot = 0; slot < m.length; slot++) {
            int level = outcomes.level(pair, slot);
            if (level >= 0) {
                double person = evidence(slot, level, outcomes.others(pair, slot));
                for (int kin = 0; kin < kins.length; kin++) {
                    kins[kin] += KINS[kin].evidence(slots.get(slot).shared(), person, closer(slot, level));
                }
            }
        }
        for (double kin : kins) {
            most = Math.max(most, kin);
        }
        double sum = Math.exp(-most);
        for (int kin = 0; kin < kins.length; kin++) {
            kins[kin] = Math.exp(kins[kin] - most);
            sum += kins[kin];
        }
        for (int kin = 0; kin < kins.length; kin++) {
            kins[kin] /= sum;
        }
    }

    /** How much likelier than one person's two records twins' agree so: who registers twins writes both alike. */
    private double closer(int slot, int level) {
        double twins = level == 0 ? WRITTEN_ALIKE : (1 - WRITTEN_ALIKE) * m[slot][level] / (1 - m[slot][0]);
        return Math.log(twins / m[slot][level]);
    }

    private double evidence(int slot, int level, int others) {
        double met = u[slot][level];
        if (others >= 0) {
            double usual = u[slot][0];
            double share = (others + UNSEEN) / (records + UNSEEN / usual);
            met = level == 0 ? share : Math.min(1, met * Math.pow(share / usual, ALIKE));
        }
        double ratio = m[slot][level] / met;
        return Math.log(level == 0 && others >= 0 ? sharers.odds(slot, others, ratio) : ratio);
    }
}
