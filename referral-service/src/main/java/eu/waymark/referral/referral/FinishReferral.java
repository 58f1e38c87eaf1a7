package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import eu.waymark.referral.lesson.Learned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the work ended.", examples = """
        {"outcome": "support-given", "note": "Seen at home; a family worker visits weekly.", "learned": "nothing-new"}""")
record FinishReferral(
        @NotNull Outcome outcome,

        @Schema(description = "What was done. Kept encrypted.") @NotBlank @Size(max = 4000)
        String note,

        @NotNull Learned learned)
        implements Personal {

    @Schema(name = "ReferralOutcome")
    enum Outcome {
        @JsonProperty("assessed")
        ASSESSED("assessed"),
        @JsonProperty("support-given")
        SUPPORT_GIVEN("support-given"),
        @JsonProperty("protection-plan")
        PROTECTION_PLAN("protection-plan"),
        @JsonProperty("no-further-action")
        NO_FURTHER_ACTION("no-further-action"),
        @JsonProperty("child-not-found")
        CHILD_NOT_FOUND("child-not-found"),
        @JsonProperty("passed-on")
        PASSED_ON("passed-on");

        final String code;

        Outcome(String code) {
            this.code = code;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
