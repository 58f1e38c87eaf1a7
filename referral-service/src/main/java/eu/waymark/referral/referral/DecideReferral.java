package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import eu.waymark.referral.ReferralEvent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The recipient's answer to a referral.")
record DecideReferral(
        @NotNull Choice decision,

        @Schema(description = "Why. Kept encrypted.", examples = "No place before March; please ask the northern team.")
        @Size(min = 1, max = 4000)
        @Nullable
        String reason)
        implements Personal {

    @Schema(name = "ReferralChoice")
    enum Choice {
        @JsonProperty("accept")
        ACCEPT(ReferralStatus.ACCEPTED, ReferralEvent.REFERRAL_ACCEPTED),
        @JsonProperty("reject")
        REJECT(ReferralStatus.REJECTED, ReferralEvent.REFERRAL_REJECTED);

        final ReferralStatus outcome;
        final ReferralEvent event;

        Choice(ReferralStatus outcome, ReferralEvent event) {
            this.outcome = outcome;
            this.event = event;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
