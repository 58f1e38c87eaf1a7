package eu.waymark.matching.blocking;

/** The keys whose buckets have grown too large. A store keeps them; what it holds decides them, nothing else. */
@FunctionalInterface
public interface HotKeys {

    /** People in one bucket before its key counts as hot, unless a store sets another limit. */
    int USUAL_LIMIT = 500;

    /** Whether people are to be found under the longer forms of this key. */
    boolean isHot(long key);

    /** No key is hot: for small sets. */
    static HotKeys none() {
        return key -> false;
    }
}
