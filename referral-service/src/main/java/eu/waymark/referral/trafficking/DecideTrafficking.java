package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.lesson.Learned;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What the competent authority decided.", examples = Examples.DECISION)
record DecideTrafficking(
        @NotNull Stage stage,
        @NotNull Finding finding,
        @NotNull Instant decidedAt,

        @Schema(description = "Where you have it from. Needed of any agency but the competent authority itself.")
        @Size(min = 1, max = 1000)
        @Nullable
        String source,

        @Schema(description = "The reasons that were given. Kept encrypted.") @Size(min = 1, max = 4000) @Nullable
        String reasons,

        @Schema(description = "Needed with a conclusive decision that the agency that referred records.") @Nullable
        Learned learned)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
