package eu.waymark.matching.blocking;

/** Finds how else a word may be spelled. */
@FunctionalInterface
public interface Spellings {

    /**
     * The skeletons of known words that may be this one misspelled, likely ones first.
     *
     * @return numbers as in {@link KeyWord#skeleton()}, without the word's own
     */
    long[] near(KeyWord word);

    /** Knows no words. */
    static Spellings none() {
        return word -> new long[0];
    }
}
