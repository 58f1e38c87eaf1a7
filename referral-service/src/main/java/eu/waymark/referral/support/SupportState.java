package eu.waymark.referral.support;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How one item of the package stands. What nobody has said anything of, or what has ended, is missing. */
@Schema(name = "SupportState")
enum SupportState {
    @JsonProperty("planned")
    PLANNED,
    @JsonProperty("in-place")
    IN_PLACE,
    /** By the child, or by somebody who decides; the reason says who and why. */
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("ended")
    ENDED;

    boolean needsReason() {
        return this == REFUSED || this == ENDED;
    }
}
