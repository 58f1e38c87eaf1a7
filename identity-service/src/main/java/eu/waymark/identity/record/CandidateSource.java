package eu.waymark.identity.record;

import eu.waymark.matching.Demographics;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Knows the records worth comparing with somebody, beside the index in the database. */
public interface CandidateSource {

    /**
     * Records that share most with somebody, likely ones first. Belongs inside audited work.
     *
     * @return nothing where it cannot say now; the database is asked instead
     */
    Optional<List<UUID>> candidates(Demographics query);
}
