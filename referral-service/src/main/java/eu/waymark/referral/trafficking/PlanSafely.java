package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A manager's decision on how the person stays safe when the place to stay ends.",
        examples = "{\"plan\": \"Moves with her worker to supported housing; same school, same guardian.\"}")
record PlanSafely(@NotBlank @Size(max = 4000) String plan) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
