package eu.waymark.identity.record;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.matching.score.MatchingEngine;
import java.util.List;
import java.util.Optional;

/** Knows the records that may be somebody's, beside the index in the database. */
public interface CandidateSource {

    /**
     * Records that may be somebody's, likely ones first: all that the engine would call a match among those who share
     * most with them. Belongs inside audited work.
     *
     * @param people how many are on record, for the prior
     * @return nothing where it cannot say now; the database is asked instead
     */
    Optional<List<FoundPerson>> candidates(Demographics who, MatchingEngine engine, long people);
}
