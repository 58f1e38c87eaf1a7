package eu.waymark.matching.score;

/**
 * The two probabilities behind a level.
 *
 * @param m how often two records of one child fall on the level
 * @param u how often two strangers do
 */
public record Odds(double m, double u) {

    private static final double LOG_2 = Math.log(2);

    /** Evidence in bits: log2(m/u). */
    public double bits() {
        return Math.log(m / u) / LOG_2;
    }

    /** The same level where strangers meet it as often as {@code share} of people do; u was a multiple of it. */
    Odds of(double share) {
        return new Odds(m, Math.min(1, u * share));
    }

    /** Binary logarithm. */
    static double log2(double value) {
        return Math.log(value) / LOG_2;
    }
}
