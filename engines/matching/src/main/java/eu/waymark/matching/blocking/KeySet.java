package eu.waymark.matching.blocking;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A bounded set of keys in the order of adding; what comes too late is left out. */
final class KeySet {

    private final Set<String> keys = new LinkedHashSet<>();
    private final int limit;

    KeySet(int limit) {
        this.limit = limit;
    }

    void add(String type, String... parts) {
        if (keys.size() < limit) {
            keys.add(BlockingKeys.SCHEME + type + "|" + String.join("|", parts));
        }
    }

    Set<String> all() {
        return Collections.unmodifiableSet(keys);
    }
}
