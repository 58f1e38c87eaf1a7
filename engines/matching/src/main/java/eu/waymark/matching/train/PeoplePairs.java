package eu.waymark.matching.train;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.BlockingKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Pairs of people that share one of the engine's keys. */
final class PeoplePairs {

    /** Keys that more people have teach little and cost much. */
    private static final int MOST = 60;

    private PeoplePairs() {}

    /** Pairs as {@code left << 32 | right}, left before right. */
    static long[] of(List<Demographics> people) {
        Map<String, List<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            for (String key : BlockingKeys.of(people.get(i))) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        var pairs = new HashSet<Long>();
        for (List<Integer> some : byKey.values()) {
            for (int i = 0; i < some.size() && some.size() <= MOST; i++) {
                for (int j = i + 1; j < some.size(); j++) {
                    pairs.add((long) some.get(i) << 32 | some.get(j));
                }
            }
        }
        return pairs.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
