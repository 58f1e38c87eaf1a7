package eu.waymark.benchmarks.matching;

import eu.waymark.matching.link.Figures;
import java.util.Locale;

/**
 * What one tool reached on one set.
 *
 * @param blockRecall share of true pairs compared at all; not a number where the tool does not say
 * @param seconds from the first record to the last pair
 */
record Result(double blockRecall, double precision, double recall, double f1, double seconds) {

    static Result of(Figures figures, double seconds) {
        return new Result(figures.blockRecall(), figures.precision(), figures.recall(), figures.f1(), seconds);
    }

    /** From counts, of a tool that does not tell what it compared. */
    static Result of(long truePairs, long linked, long found, double seconds) {
        var figures = new Figures(truePairs, found, found, linked);
        return new Result(Double.NaN, figures.precision(), figures.recall(), figures.f1(), seconds);
    }

    /** Columns of a table. */
    String columns() {
        String block = Double.isNaN(blockRecall) ? "-" : String.format(Locale.ROOT, "%.4f", blockRecall);
        return String.format(Locale.ROOT, "%7s %7.4f %7.4f %7.4f %7.1f", block, precision, recall, f1, seconds);
    }
}
