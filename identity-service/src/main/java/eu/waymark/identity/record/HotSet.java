package eu.waymark.identity.record;

import eu.waymark.matching.blocking.HotKeys;
import eu.waymark.matching.blocking.KeyType;
import eu.waymark.matching.blocking.KeyVisitor;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Learns from the database which keys are hot, as many at once as can be asked for: hot keys have longer forms, which may
 * be hot themselves, so it asks again until nothing new turns up.
 */
final class HotSet implements HotKeys {

    private final Function<Set<Long>, Set<Long>> database;
    private final Set<Long> asked = new HashSet<>();
    private final Set<Long> hot = new HashSet<>();

    HotSet(Function<Set<Long>, Set<Long>> database) {
        this.database = database;
    }

    /** @param show shows a visitor all keys that matter, longer forms of those of which it returns true */
    HotSet learn(Consumer<KeyVisitor> show) {
        var unknown = new HashSet<Long>();
        do {
            unknown.clear();
            show.accept((type, length, key) -> {
                if (isRefinable(type, length) && asked.add(key)) {
                    unknown.add(key);
                }
                return hot.contains(key);
            });
            if (!unknown.isEmpty()) {
                hot.addAll(database.apply(unknown));
            }
        } while (unknown.stream().anyMatch(hot::contains));
        return this;
    }

    /** Whether there are longer forms at all. */
    static boolean isRefinable(KeyType type, int length) {
        return length < type.refinements().size();
    }

    @Override
    public boolean isHot(long key) {
        return hot.contains(key);
    }
}
