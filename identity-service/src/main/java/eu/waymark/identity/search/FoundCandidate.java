package eu.waymark.identity.search;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that a search has found. */
@Schema(
        name = "Candidate",
        oneOf = {FoundCandidate.Own.class, FoundCandidate.Foreign.class},
        description = "A person who may be the one searched for. A suggestion: a human decides.")
sealed interface FoundCandidate {

    /** Whether the record is of the caller's agency. */
    boolean own();

    /**
     * A record of the caller's agency, with every reason.
     *
     * @param marginBits distance to the next best record; 99 where there is none
     */
    @Schema(name = "OwnCandidate", description = "A record of your agency.")
    record Own(
            @Schema(enumeration = "true") boolean own,
            UUID recordId,
            @Schema(minimum = "0", maximum = "1") double probability,
            @Schema(enumeration = {"certain", "possible"}) String band,

            @Schema(description = "Bits to the next best record; 99 where there is none.")
            double marginBits,

            List<Reason> explanation)
            implements FoundCandidate {}

    /** Another agency's record: how it agrees, and a handle that means nothing elsewhere. */
    @Schema(name = "ForeignCandidate", description = "Another agency's record.")
    record Foreign(@Schema(enumeration = "false") boolean own, UUID handle, Agreements agreement)
            implements FoundCandidate {}

    /** What one field adds to the score. The bits of all reasons sum to the weight of the match. */
    @Schema(description = "What one field adds, in bits; negative speaks against a match.")
    record Reason(String field, String level, double bits, String text) {}
}
