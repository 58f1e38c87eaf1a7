package eu.waymark.sandbox.fault;

import java.util.Collection;

/** Times that were measured, in milliseconds, in order. */
record Millis(double... sorted) {

    static Millis of(Collection<Double> values) {
        return new Millis(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }

    double p99() {
        return at(.99);
    }

    private double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    @Override
    public String toString() {
        return sorted.length == 0
                ? "nothing measured"
                : "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms (%,d)"
                        .formatted(at(.5), at(.95), p99(), sorted[sorted.length - 1], sorted.length);
    }
}
