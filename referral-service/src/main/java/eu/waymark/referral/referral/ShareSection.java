package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ReferralShare", description = "One section is shown to the recipient, or no longer.", examples = """
        {"section": "risk", "shared": true, "text": "Her father has been seen near the school.", "why": "Asked by telephone."}""")
record ShareSection(
        @NotNull Section section,

        @NotNull Boolean shared,

        @Schema(description = "What it says from now on; as before, where nothing is given. Kept encrypted.")
        @Size(min = 1, max = 20000)
        @Nullable
        String text,

        @Schema(description = "Why, for both agencies. Kept encrypted.") @Size(min = 1, max = 4000) @Nullable
        String why)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
