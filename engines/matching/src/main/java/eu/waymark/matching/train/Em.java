package eu.waymark.matching.train;

import java.util.Arrays;
import java.util.List;

/**
 * Expectation maximisation (Dempster, Laird and Rubin 1977) over candidate pairs. u comes from random pairs, less what
 * the true pairs among them add; m and the share of true pairs are learnt; whatever is no candidate counts as
 * strangers.
 */
public final class Em {

    private static final int ROUNDS = 40;
    private static final double SETTLED = 1e-5;
    private static final double SMOOTHING = .5;

    /** True pairs that are believed in before any is seen, agreeing as most do. */
    private static final double BELIEVED = 10;

    /** Twin pairs for each child on record, to begin with: three in a hundred children are twins. */
    private static final double TWIN_PAIRS = .015;

    /** Twins among brothers and sisters: four in five children have one. */
    private static final double TWINS_AMONG_RELATIVES = .03 / .8;

    private static final int KINS = Kin.values().length;
    private static final double FIRST_EXACT = .8;
    private static final double NEGLIGIBLE = 1e-6;

    private final List<Slot> slots;
    private final Outcomes candidates;
    private final double[][] random;
    private final double[] seen;
    private final double allPairs;
    private final LinkModel model;
    private final Sharers sharers;
    private final boolean families;

    /**
     * @param random outcomes of pairs drawn by chance from all
     * @param records how many records there are
     * @param allPairs how many pairs the files have
     * @param expected true pairs to begin with
     * @param families whether whole families are on record, as in a register of children; the share of twins is then learnt
     *     by itself, else it follows that of relatives: names that differ look much the same whether two are twins or one
     *     person's name was written anew
     */
    public Em(
            List<Slot> slots,
            Outcomes candidates,
            Outcomes random,
            long records,
            double allPairs,
            double expected,
            boolean families) {
        this.slots = slots;
        this.candidates = candidates;
        this.allPairs = allPairs;
        this.families = families;
        this.random = new double[slots.size()][];
        this.seen = new double[slots.size()];
        double[][] m = new double[slots.size()][];
        double[][] u = new double[slots.size()][];
        for (int slot = 0; slot < slots.size(); slot++) {
            int levels = slots.get(slot).levels().size();
            this.random[slot] = shares(random, slot, levels);
            u[slot] = this.random[slot].clone();
            m[slot] = first(levels);
        }
        double[] kins = new double[KINS];
        Arrays.fill(kins, expected / allPairs);
        kins[Kin.TWINS.ordinal()] = families
                ? Math.min(.5, TWIN_PAIRS * records / allPairs)
                : TWINS_AMONG_RELATIVES * kins[Kin.RELATIVES.ordinal()];
        this.sharers = Sharers.of(slots.size(), candidates, random, allPairs);
        this.model = new LinkModel(slots, m, u, records, kins, sharers);
        less(beginning());
    }

    /** Learns until nothing moves. */
    public LinkModel run() {
        for (int round = 0; round < ROUNDS; round++) {
            double before = model.shares[0];
            step();
            if (Math.abs(model.shares[0] - before) < SETTLED * before) {
                break;
            }
        }
        return model;
    }

    private double[] shares(Outcomes sample, int slot, int levels) {
        double[] counts = new double[levels];
        Arrays.fill(counts, SMOOTHING);
        double sum = SMOOTHING * levels;
        for (int pair = 0; pair < sample.size(); pair++) {
            int level = sample.level(pair, slot);
            if (level >= 0) {
                counts[level]++;
                sum++;
            }
        }
        seen[slot] = (sum - SMOOTHING * levels) / Math.max(1, sample.size());
        for (int level = 0; level < levels; level++) {
            counts[level] /= sum;
        }
        return counts;
    }

    /** Most true pairs agree; each further level is met half as often. */
    private static double[] first(int levels) {
        double[] m = new double[levels];
        double left = 1;
        for (int level = 0; level < levels; level++) {
            m[level] = level == levels - 1 ? left : left * (level == 0 ? FIRST_EXACT : .5);
            left -= m[level];
        }
        return m;
    }

    private double[][] beginning() {
        double[][] sums = new double[slots.size()][];
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] = model.m[slot].clone();
            for (int level = 0; level < sums[slot].length; level++) {
                sums[slot][level] *= model.shares[0] * allPairs * seen[slot];
            }
        }
        return sums;
    }

    private void step() {
        double[] kins = new double[KINS];
        double[] posterior = new double[KINS];
        double[][] sums = new double[slots.size()][];
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] = new double[model.m[slot].length];
        }
        double[] same = new double[candidates.size()];
        for (int pair = 0; pair < candidates.size(); pair++) {
            model.posterior(candidates, pair, posterior);
            same[pair] = posterior[0];
            for (int kin = 0; kin < KINS; kin++) {
                kins[kin] += posterior[kin];
            }
            count(pair, posterior[0], sums);
        }
        for (int kin = 0; kin < KINS; kin++) {
            model.shares[kin] = Math.clamp(kins[kin] / allPairs, .5 / allPairs, .5);
        }
        if (!families) {
            model.shares[Kin.TWINS.ordinal()] = TWINS_AMONG_RELATIVES * model.shares[Kin.RELATIVES.ordinal()];
        }
        less(sums);
        learn(sums);
        sharers.learn(candidates, same);
    }

    private void count(int pair, double probability, double[][] sums) {
        if (probability < NEGLIGIBLE) {
            return;
        }
        for (int slot = 0; slot < sums.length; slot++) {
            int level = candidates.level(pair, slot);
            if (level >= 0) {
                sums[slot][level] += probability;
            }
        }
    }

    private void learn(double[][] sums) {
        for (int slot = 0; slot < sums.length; slot++) {
            double all = Arrays.stream(sums[slot]).sum();
            double[] believed = first(sums[slot].length);
            for (int level = 0; level < believed.length; level++) {
                model.m[slot][level] = (sums[slot][level] + BELIEVED * believed[level]) / (all + BELIEVED);
            }
            limitOthers(slot);
            Monotone.enforce(model.m[slot], model.u[slot]);
        }
    }

    private void limitOthers(int slot) {
        double[] m = model.m[slot];
        int last = m.length - 1;
        double most = slots.get(slot).mostOther();
        if (m[last] > most) {
            double scale = (1 - most) / (1 - m[last]);
            for (int level = 0; level < last; level++) {
                m[level] *= scale;
            }
            m[last] = most;
        }
    }

    /** u is what random pairs show without the share of true pairs that any random sample holds. */
    private void less(double[][] matches) {
        for (int slot = 0; slot < matches.length; slot++) {
            double observed = allPairs * Math.max(seen[slot], 1e-9);
            double strangers = 0;
            double[] u = model.u[slot];
            for (int level = 0; level < u.length; level++) {
                double all = random[slot][level] * observed;
                u[level] = Math.max(all - matches[slot][level], .02 * all);
                strangers += u[level];
            }
            for (int level = 0; level < u.length; level++) {
                u[level] /= strangers;
            }
        }
    }
}
