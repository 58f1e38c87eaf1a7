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
}
