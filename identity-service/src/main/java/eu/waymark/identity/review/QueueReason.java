package eu.waymark.identity.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a pair waits for a person. */
@Schema(name = "QueueReason")
enum QueueReason {
    /** A record was made, and another may be the same child's. */
    @JsonProperty("found")
    FOUND,
    /** The pair was decided, and one of the two has been corrected since. */
    @JsonProperty("new-evidence")
    NEW_EVIDENCE,
    /** Somebody linked what somebody else keeps apart. */
    @JsonProperty("conflict")
    CONFLICT,
    /** A person asked. */
    @JsonProperty("asked")
    ASKED
}
