package eu.waymark.audit.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found when an event was held against its leaf, and the leaf against the log. */
@Schema(
        name = "EventVerification",
        requiredProperties = {"state", "checkpointSize"})
record Verified(
        @Schema(
                description =
                        "VERIFIED: the event says what its leaf says, and the leaf is in the tree of the checkpoint. "
                                + "NOT_YET_COVERED: the first holds, the next checkpoint covers it. ALTERED: do not believe it")
        State state,

        @Schema(description = "The size of the checkpoint it was held against; 0 before the first", examples = "107")
        long checkpointSize) {

    @Schema(name = "VerificationState")
    enum State {
        VERIFIED,
        NOT_YET_COVERED,
        ALTERED
    }
}
