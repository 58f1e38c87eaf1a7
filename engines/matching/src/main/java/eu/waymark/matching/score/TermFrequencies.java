package eu.waymark.matching.score;

import eu.waymark.matching.name.CommonNames;

/** How common the words of names are in the register. */
@FunctionalInterface
public interface TermFrequencies {

    /**
     * The share of people who have the term, in (0, 1].
     *
     * @return zero or less where it is not known; the engine then takes its parameter
     */
    double shareOf(Term term);

    /** Knows the very common names of the world, for whoever has no counts of their own. */
    static TermFrequencies common() {
        return term -> CommonNames.shipped().share(term.role(), term.key());
    }

    /** Knows nothing: every name counts as fairly rare. */
    static TermFrequencies unknown() {
        return term -> 0;
    }
}
