package eu.waymark.referral.request;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "Nothing more is answered. The asker is told the code; where it would tell of a danger,"
                + " contact-central-authority instead.",
        examples = "{\"reason\":\"not-competent\",\"note\":\"The family court holds the file.\"}")
record RefuseRequest(
        @NotNull @Pattern(regexp = Examples.REASONS, message = "must be one of " + Examples.REASONS)
        String reason,

        @Schema(description = "More of why, for your side and your central authority. Kept encrypted.")
        @Size(min = 1, max = 2000)
        @Nullable
        String note)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
