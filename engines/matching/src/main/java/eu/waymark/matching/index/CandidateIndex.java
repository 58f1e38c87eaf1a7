package eu.waymark.matching.index;

import eu.waymark.matching.Demographics;

/**
 * Finds the people worth comparing with a question, wherever their keys are kept. Implementations are safe for several
 * readers beside a writer: a reader sees each person as before a change or as after it, never a mixture.
 */
public interface CandidateIndex {

    /** Stores a person; replaces what was stored under the same id. */
    void put(long id, Demographics person);

    /**
     * Takes a person out.
     *
     * @return whether there was one
     */
    boolean remove(long id);

    /**
     * The people who share most with the question, likely ones first.
     *
     * @param limit most ids to return
     * @return empty for a question that names nobody: nothing stands for everybody
     */
    long[] candidates(Demographics question, int limit);

    /** People stored. */
    long size();

    /** How the keys fill their buckets. */
    BucketHistogram histogram();
}
