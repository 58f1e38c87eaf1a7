package eu.waymark.referral.trafficking;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The means of article 3 of the Palermo Protocol. Of a child none need be shown (article 3(c)). */
@Schema(name = "TraffickingMeans")
enum Means {
    @JsonProperty("threat-or-force")
    THREAT_OR_FORCE,
    @JsonProperty("other-coercion")
    OTHER_COERCION,
    @JsonProperty("abduction")
    ABDUCTION,
    @JsonProperty("fraud")
    FRAUD,
    @JsonProperty("deception")
    DECEPTION,
    @JsonProperty("abuse-of-power")
    ABUSE_OF_POWER,
    @JsonProperty("abuse-of-vulnerability")
    ABUSE_OF_VULNERABILITY,
    @JsonProperty("payments-or-benefits")
    PAYMENTS_OR_BENEFITS
}
