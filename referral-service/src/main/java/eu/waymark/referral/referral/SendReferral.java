package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A piece of work to hand to another agency.")
record SendReferral(
        @Schema(description = "A person record of the sender's own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId,

        @Schema(description = "Code of the receiving agency in the directory.", examples = Examples.RECIPIENT)
        @NotNull
        @Pattern(regexp = "^[A-Z]{2}-[A-Z0-9-]{1,30}$", message = "must be a country code, a hyphen and capitals")
        String toAgency,

        @NotNull Kind kind,

        @NotNull Urgency urgency,

        @Schema(description = "What is asked and why. Kept encrypted.", examples = Examples.REASON)
        @NotBlank
        @Size(max = 4000)
        String reason)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
