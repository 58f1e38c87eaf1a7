package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ReferralStep",
        description = "Who did what with a referral, and when.",
        requiredProperties = {"move", "agency", "at"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
        Move move,
        @Schema(examples = Examples.RECIPIENT) String agency,

        @Schema(description = "The worker's name.", examples = "Claire Moreau") @Nullable
        String worker,

        @Schema(examples = Examples.SENT_AT) Instant at,

        @Schema(description = "Reason, outcome or section, by the move.", examples = "no-capacity") @Nullable
        String code,

        @Nullable String note,
        @Nullable String toAgency)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
