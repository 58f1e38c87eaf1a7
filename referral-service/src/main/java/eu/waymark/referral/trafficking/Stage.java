package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the competent authority decides: first whether there are reasonable grounds, later conclusively. */
@Schema(name = "TraffickingStage")
enum Stage {
    @JsonProperty("reasonable-grounds")
    REASONABLE_GROUNDS,
    @JsonProperty("conclusive-grounds")
    CONCLUSIVE_GROUNDS
}
