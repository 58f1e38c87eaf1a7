package eu.waymark.matching.score;

/**
 * The two probabilities behind a level.
 *
 * @param m how often two records of one child fall on the level
 * @param u how often two strangers do
 */
public record Odds(double m, double u) {

    private static final double LOG_2 = Math.log(2);
    private static final double GRID = 1 << 20;

    /**
     * Evidence in bits: log2(m/u), to the nearest multiple of 2^-20. On that grid sums of bits are exact in binary
     * floating point, so that they do not depend on their order.
     */
    public double bits() {
        return rounded(log2(m / u));
    }

    /** The same level where strangers meet it as often as {@code share} of people do; u was a multiple of it. */
    Odds of(double share) {
        return new Odds(m, Math.min(1, u * share));
    }

    /** Binary logarithm. */
    static double log2(double value) {
        return Math.log(value) / LOG_2;
    }

    /** Bits on the grid. */
    static double rounded(double bits) {
        return Math.rint(bits * GRID) / GRID;
    }
}
