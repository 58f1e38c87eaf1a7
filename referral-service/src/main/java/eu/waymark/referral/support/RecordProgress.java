package eu.waymark.referral.support;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RecordGoalProgress", description = "How it goes with a goal.", examples = """
        {"state": "getting-better", "note": "Three days at school this week.", "childWords": "Maths is still hard."}""")
record RecordProgress(
        @NotNull Progress.State state,

        @Schema(description = "Kept encrypted.") @NotBlank @Size(max = 4000)
        String note,

        @Schema(description = "What the child says of it, word for word. Kept encrypted.")
        @Size(min = 1, max = 2000)
        @Nullable
        String childWords)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
