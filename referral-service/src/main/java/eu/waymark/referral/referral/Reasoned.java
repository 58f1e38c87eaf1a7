package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReferralNote",
        description =
                "What is said with a move. Both agencies read it, before the referral is accepted too: name nobody.",
        examples = "{\"note\": \"Which school does the child go to?\"}")
record Reasoned(
        @Schema(description = "Kept encrypted.") @NotBlank @Size(max = 4000)
        String note) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
