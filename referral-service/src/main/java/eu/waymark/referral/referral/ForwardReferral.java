package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "To whom a referral is handed on.", examples = """
        {"toAgency": "FR-38-CRIP", "reason": "She lives in Grenoble."}""")
record ForwardReferral(
        @Schema(description = "Code of the agency in the directory.", examples = Examples.RECIPIENT)
        @NotNull
        @Pattern(regexp = SendReferral.AGENCY, message = SendReferral.AGENCY_MESSAGE)
        String toAgency,

        @Schema(description = "Why, for the sender and the next recipient. Kept encrypted.")
        @Size(min = 1, max = 4000)
        @Nullable
        String reason)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
