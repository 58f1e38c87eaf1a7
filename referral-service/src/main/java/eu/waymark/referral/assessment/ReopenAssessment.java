package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "New facts that need a next edition.", examples = "{\"reason\": \"A sister was found in Lyon.\"}")
record ReopenAssessment(
        @Schema(description = "What is new. Kept encrypted.") @NotBlank @Size(max = 4000)
        String reason) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
