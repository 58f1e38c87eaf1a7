package eu.waymark.referral.contribution;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What somebody without an account writes.")
record SubmitContribution(
        @Schema(examples = "Three claims have named this child since May; two of them were stopped.")
        @NotBlank
        @Size(max = 20_000)
        String text)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
