package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A draft to begin. It may lack anything but the person.", examples = Examples.DRAFT)
record StartTrafficking(
        @Schema(description = "A person record of your own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId,

        @Valid @NotNull TraffickingForm form)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
