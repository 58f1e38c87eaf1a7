package eu.waymark.referral.support;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How one item of the package stands from now on.", examples = """
        {"item": "guardian", "state": "planned", "reason": "The court has been asked."}""")
record RecordSupport(
        @Schema(description = "Code of an item of the package.", examples = "guardian")
        @NotNull
        @Pattern(regexp = "^[a-z][a-z-]{2,40}$", message = "must be a code of the package")
        String item,

        @NotNull SupportState state,

        @Schema(description = "Needed for 'refused' and 'ended'. Kept encrypted.") @Size(min = 1, max = 4000) @Nullable
        String reason)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
