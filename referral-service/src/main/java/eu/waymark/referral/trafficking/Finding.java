package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the competent authority decided. Pending is that nothing is decided yet. */
@Schema(name = "TraffickingFinding")
enum Finding {
    @JsonProperty("positive")
    POSITIVE,
    @JsonProperty("negative")
    NEGATIVE
}
