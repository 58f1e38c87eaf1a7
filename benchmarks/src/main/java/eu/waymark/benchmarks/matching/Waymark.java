package eu.waymark.benchmarks.matching;

import eu.waymark.matching.link.Figures;
import eu.waymark.matching.link.LinkRecord;
import eu.waymark.matching.link.Linkage;
import eu.waymark.matching.link.Links;
import java.util.List;

/** Waymark's linker: no labels, and a pair is linked at probability one half. */
final class Waymark {

    /** Pairs that are hardly in question make any calibration look good, so those that are get a figure of their own. */
    private static final double IN_QUESTION = .01;

    private static final double LINKED = .5;

    private final Result result;
    private final Calibration calibration = new Calibration();
    private final Calibration inQuestion = new Calibration();

    Waymark(Table table) {
        List<LinkRecord> right = table.right();
        long start = System.nanoTime();
        Links links = right == null
                ? Linkage.within(table.fields(), table.left(), step -> {})
                : Linkage.between(table.fields(), table.left(), right, step -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        this.result = Result.of(Figures.of(links, table.left(), right, LINKED), seconds);
        calibrate(links, table.left(), right == null ? table.left() : right);
    }

    private void calibrate(Links links, List<LinkRecord> left, List<LinkRecord> right) {
        for (int pair = 0; pair < links.size(); pair++) {
            String truth = left.get(links.left(pair)).truth();
            boolean same =
                    truth != null && truth.equals(right.get(links.right(pair)).truth());
            calibration.add(links.probability(pair), same);
            if (links.probability(pair) >= IN_QUESTION) {
                inQuestion.add(links.probability(pair), same);
            }
        }
    }

    Result result() {
        return result;
    }

    /** Of all pairs compared. */
    Calibration calibration() {
        return calibration;
    }

    /** Of those from a probability of one in a hundred on, whatever they are in truth. */
    Calibration inQuestion() {
        return inQuestion;
    }
}
