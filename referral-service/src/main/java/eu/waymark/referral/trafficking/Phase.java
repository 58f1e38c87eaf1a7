package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phases of harm (domain C34). */
@Schema(name = "TraffickingPhase")
enum Phase {
    @JsonProperty("recruitment")
    RECRUITMENT,
    @JsonProperty("movement")
    MOVEMENT,
    @JsonProperty("exploitation")
    EXPLOITATION
}
