package eu.waymark.matching.index;

/**
 * Where {@link Misspellings} keeps its numbers: in memory, or a table of two {@code bigint} columns that are its primary
 * key.
 */
public interface VariantStore {

    /** Remembers that a word has the variant; without effect where it is known. */
    void add(long variant, long skeleton);

    /** The skeletons of words that have the variant; a store may leave out all but the first hundred. */
    long[] find(long variant);

    /** Says that these variants are likely to be looked for next; without effect but on speed. */
    default void announce(long[] variants) {}
}
