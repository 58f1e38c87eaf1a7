package eu.waymark.benchmarks.matching;

import java.util.Locale;

/** Whether a probability means what it says: of pairs at 70 %, seven in ten should be true. */
final class Calibration {

    private static final int BINS = 10;

    private final long[] pairs = new long[BINS];
    private final long[] same = new long[BINS];
    private final double[] sums = new double[BINS];
    private double squares;

    void add(double probability, boolean truth) {
        int bin = (int) Math.min(BINS - 1, probability * BINS);
        pairs[bin]++;
        same[bin] += truth ? 1 : 0;
        sums[bin] += probability;
        squares += Math.pow(probability - (truth ? 1 : 0), 2);
    }

    /** Mean squared distance from the truth (Brier 1950); not a number without pairs. */
    double brier() {
        return squares / count();
    }

    long count() {
        long count = 0;
        for (long some : pairs) {
            count += some;
        }
        return count;
    }

    /** One line for each tenth: how many pairs, the mean probability, the share that is true. */
    String table() {
        var table = new StringBuilder();
        for (int bin = 0; bin < BINS; bin++) {
            if (pairs[bin] > 0) {
                table.append(String.format(
                        Locale.ROOT,
                        "    %.1f-%.1f %9d pairs, mean %.3f, true %.3f%n",
                        bin / (double) BINS,
                        (bin + 1) / (double) BINS,
                        pairs[bin],
                        sums[bin] / pairs[bin],
                        same[bin] / (double) pairs[bin]));
            }
        }
        return table.toString();
    }
}
