package eu.waymark.matching.synthetic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws ranks so that a few are frequent and most are rare: Zipf's law as Mandelbrot generalised it. */
final class Zipf {

    private static final double SHIFT = 3;

    private final double[] cumulative;

    Zipf(int size, double exponent) {
        cumulative = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += Math.pow(rank + SHIFT, -exponent);
            cumulative[rank] = sum;
        }
    }

    int draw(RandomGenerator random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
    }
}
