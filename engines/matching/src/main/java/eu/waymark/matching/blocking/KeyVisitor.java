package eu.waymark.matching.blocking;

/** Is shown the keys of a person, short forms before long ones. */
@FunctionalInterface
public interface KeyVisitor {

    /**
     * One key.
     *
     * @param type what it combines
     * @param length how many refinements it has, 0 for a short form
     * @return whether the key is hot, so that its longer forms are to be shown; without effect where there are none
     */
    boolean visit(KeyType type, int length, long key);

    /**
     * Announces the short forms that will be shown, so that whoever reads them from a far place may ask for all at once.
     *
     * @param keys in the order of showing; behind {@code size} of no meaning
     */
    default void announce(long[] keys, int size) {}
}
