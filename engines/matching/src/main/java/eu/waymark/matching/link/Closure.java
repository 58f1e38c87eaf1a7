package eu.waymark.matching.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries links through a third record: two that are both the same person as another are the same person as each
 * other, as surely as both links are, however little the two have in common.
 */
final class Closure {

    private static final double SURE = .9;

    /** More links of one record than this say that it is no person. */
    private static final int MOST = 50;

    private final Map<Integer, List<Link>> links = new HashMap<>();

    private record Link(int other, double probability) {}

    private void add(int left, int right, double probability) {
        links.computeIfAbsent(left, key -> new ArrayList<>()).add(new Link(right, probability));
        links.computeIfAbsent(right, key -> new ArrayList<>()).add(new Link(left, probability));
    }

    /** Pairs that a third record links, with the probability that both of its links hold. */
    static Map<Long, Double> of(long[] pairs, double[] probabilities) {
        var closure = new Closure();
        for (int pair = 0; pair < pairs.length; pair++) {
            if (probabilities[pair] > SURE) {
                closure.add((int) (pairs[pair] >>> 32), (int) pairs[pair], probabilities[pair]);
            }
        }
        return closure.carried();
    }

    private Map<Long, Double> carried() {
        var carried = new HashMap<Long, Double>();
        for (List<Link> some : links.values()) {
            for (int i = 0; i < Math.min(MOST, some.size()); i++) {
                for (int j = i + 1; j < Math.min(MOST, some.size()); j++) {
                    Link a = some.get(i);
                    Link b = some.get(j);
                    long pair = (long) Math.min(a.other(), b.other()) << 32 | Math.max(a.other(), b.other());
                    carried.merge(pair, a.probability() * b.probability(), Math::max);
                }
            }
        }
        return carried;
    }
}
