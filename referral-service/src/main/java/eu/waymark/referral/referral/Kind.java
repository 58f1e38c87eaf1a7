package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the recipient is asked for. */
@Schema(name = "ReferralKind")
enum Kind {
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("assessment")
    ASSESSMENT,
    @JsonProperty("support")
    SUPPORT
}
