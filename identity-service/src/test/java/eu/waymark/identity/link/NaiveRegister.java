package eu.waymark.identity.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Identities as a sheet of paper has them: the last word on each pair, and groups made anew from the words that say
 * "same", oldest first, passing over those that would bring together two who are said to be two.
 *
 * @param <R> what stands for a record
 */
final class NaiveRegister<R> {

    private final Map<Set<R>, Verdict> words = new LinkedHashMap<>();
    private final List<R> records;

    NaiveRegister(List<R> records) {
        this.records = records;
    }

    void say(R one, R other, Verdict verdict) {
        var pair = Set.of(one, other);
        words.remove(pair);
        words.put(pair, verdict);
    }

    /** Who stands with whom. */
    Set<Set<R>> groups() {
        var groupOf = new HashMap<R, Set<R>>();
        records.forEach(record -> groupOf.put(record, Set.of(record)));
        words.forEach((pair, verdict) -> {
            if (verdict == Verdict.SAME) {
                var both = new ArrayList<>(pair);
                var joined = new HashSet<>(groupOf.get(both.getFirst()));
                joined.addAll(groupOf.get(both.getLast()));
                if (words.keySet().stream().noneMatch(other -> joined.containsAll(other) && apart(other))) {
                    joined.forEach(record -> groupOf.put(record, Set.copyOf(joined)));
                }
            }
        });
        return Set.copyOf(groupOf.values());
    }

    private boolean apart(Set<R> pair) {
        return words.get(pair) == Verdict.DIFFERENT || words.get(pair) == Verdict.RELATED;
    }
}
