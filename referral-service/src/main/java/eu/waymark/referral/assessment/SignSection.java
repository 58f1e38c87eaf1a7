package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "An agency's signature under its own section.",
        examples = "{\"dissent\": \"We think that she is safer where she is now.\"}")
record SignSection(
        @Schema(description = "Where the agency does not agree with the others, and why. Kept, and shown to all.")
        @Size(min = 1, max = 4000)
        @Nullable
        String dissent)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
