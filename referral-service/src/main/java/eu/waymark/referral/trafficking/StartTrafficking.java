package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A draft to begin. It may lack anything.", examples = Examples.DRAFT)
record StartTrafficking(
        @Schema(
                description = "A person record of your own agency; absent where it has none, as of police or an NGO.",
                examples = Examples.PERSON)
        @Nullable
        UUID personRecordId,

        @Valid @NotNull TraffickingForm form)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
