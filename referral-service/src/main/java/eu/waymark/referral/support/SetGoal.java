package eu.waymark.referral.support;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SetRecoveryGoal", description = "What the child is to reach.", examples = """
        {"goal": "Back at school by Easter.", "childWords": "I want to be with my friends again."}""")
record SetGoal(
        @Schema(description = "Kept encrypted.") @NotBlank @Size(max = 2000)
        String goal,

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
