package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon the recipient should look. The clock for the decision is the same for both: it is law, not a wish. */
@Schema(name = "ReferralUrgency")
enum Urgency {
    @JsonProperty("routine")
    ROUTINE,
    @JsonProperty("urgent")
    URGENT
}
