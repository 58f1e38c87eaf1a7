package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The acts of article 3 of the Palermo Protocol. */
@Schema(name = "TraffickingAct")
enum Act {
    @JsonProperty("recruitment")
    RECRUITMENT,
    @JsonProperty("transportation")
    TRANSPORTATION,
    @JsonProperty("transfer")
    TRANSFER,
    @JsonProperty("harbouring")
    HARBOURING,
    @JsonProperty("receipt")
    RECEIPT
}
