package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An assessment to begin.", examples = Examples.OPEN)
record OpenAssessment(
        @Schema(description = "A person record of your own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId,

        @Schema(description = "Why now. Kept encrypted.", examples = Examples.REASON) @NotBlank @Size(max = 4000)
        String reason,

        @Schema(description = "Codes of the agencies that are to write a section beside your own.") @Size(max = 30)
        List<@NotNull @Size(max = 33) String> agencies)
        implements Personal {

    /** What is left out is empty: Jackson lets it through as null. */
    @SuppressWarnings("ConstantValue")
    OpenAssessment {
        agencies = agencies == null ? List.of() : List.copyOf(agencies);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
