package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why a place to stay ends.", examples = "{\"cause\": \"age-decision\"}")
record EndAccommodation(@NotNull Cause cause) {

    /** Whatever it is, nobody leaves without a safe plan. */
    @Schema(name = "AccommodationEndCause")
    enum Cause {
        @JsonProperty("age-decision")
        AGE_DECISION,
        @JsonProperty("immigration-decision")
        IMMIGRATION_DECISION,
        @JsonProperty("moved")
        MOVED,
        @JsonProperty("own-wish")
        OWN_WISH
    }
}
