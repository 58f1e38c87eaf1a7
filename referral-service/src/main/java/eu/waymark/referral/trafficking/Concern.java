package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it is about. Trafficking and smuggling are not the same, and one does not rule out the other. */
@Schema(name = "TraffickingConcern")
enum Concern {
    @JsonProperty("trafficking")
    TRAFFICKING,
    @JsonProperty("smuggling")
    SMUGGLING
}
