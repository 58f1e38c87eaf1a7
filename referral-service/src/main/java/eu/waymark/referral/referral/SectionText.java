package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReferralSectionText",
        description = "What is told in one section, and whether the recipient reads it once it has accepted.",
        examples = "{\"section\": \"health\", \"text\": \"Asthma; has an inhaler.\", \"shared\": true}")
record SectionText(
        @NotNull Section section,

        @Schema(description = "Kept encrypted.") @NotBlank @Size(max = 20000)
        String text,

        @NotNull Boolean shared)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
