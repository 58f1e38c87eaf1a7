package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "What the central authority decides.",
        examples = "{\"decision\":\"reopen\",\"note\":\"The duty to answer follows from article 80.\"}")
record DecideEscalation(
        @NotNull Choice decision,

        @Schema(description = "Why; all sides read it. Kept encrypted.") @Size(min = 1, max = 2000) @Nullable
        String note)
        implements Personal {

    @Schema(name = "InformationEscalationChoice")
    enum Choice {
        @JsonProperty("uphold")
        UPHELD,
        @JsonProperty("reopen")
        REOPENED
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
