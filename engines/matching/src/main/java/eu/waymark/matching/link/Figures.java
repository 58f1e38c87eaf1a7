package eu.waymark.matching.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well links fit the truth.
 *
 * @param truePairs pairs of records of one person
 * @param candidates of these, how many were compared at all
 * @param found of these, how many have the probability asked for
 * @param linked all pairs that have it
 */
public record Figures(long truePairs, long candidates, long found, long linked) {

    /** Counts pairs whose records state the same truth; records without one are left out of account. */
    public static Figures of(Links links, List<LinkRecord> left, @Nullable List<LinkRecord> right, double least) {
        List<LinkRecord> others = right == null ? left : right;
        long candidates = 0;
        long found = 0;
        long linked = 0;
        for (int pair = 0; pair < links.size(); pair++) {
            String truth = left.get(links.left(pair)).truth();
            boolean same =
                    truth != null && truth.equals(others.get(links.right(pair)).truth());
            boolean link = links.probability(pair) >= least;
            candidates += same ? 1 : 0;
            found += same && link ? 1 : 0;
            linked += link ? 1 : 0;
        }
        return new Figures(truePairs(left, right), candidates, found, linked);
    }

    private static long truePairs(List<LinkRecord> left, @Nullable List<LinkRecord> right) {
        Map<String, Long> counts = count(left);
        if (right == null) {
            return counts.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        }
        Map<String, Long> others = count(right);
        return counts.entrySet().stream()
                .mapToLong(entry -> entry.getValue() * others.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    private static Map<String, Long> count(List<LinkRecord> records) {
        var counts = new HashMap<String, Long>();
        for (LinkRecord record : records) {
            String truth = record.truth();
            if (truth != null) {
                counts.merge(truth, 1L, Long::sum);
            }
        }
        return counts;
    }

    /** Share of links that are true; 1 where nothing was linked. */
    public double precision() {
        return linked == 0 ? 1 : (double) found / linked;
    }

    /** Share of true pairs that were linked. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) found / truePairs;
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** Share of true pairs that were compared; caps the recall. */
    public double blockRecall() {
        return truePairs == 0 ? 1 : (double) candidates / truePairs;
    }
}
