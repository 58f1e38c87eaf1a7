package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.lesson.Learned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Ends an edition. Each section that is not signed needs a reason.", examples = Examples.CLOSE)
record CloseAssessment(
        @Size(max = 30) List<@Valid @NotNull LateSection> lateSections,
        @NotNull Learned learned) implements Personal {

    /** A section that did not come, and why the assessment ends without it. */
    @Schema(name = "LateSection")
    record LateSection(
            @NotNull @Size(max = 33) String agency,
            @NotBlank @Size(max = 4000) String reason) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What is left out is empty: Jackson lets it through as null. */
    @SuppressWarnings("ConstantValue")
    CloseAssessment {
        lateSections = lateSections == null ? List.of() : List.copyOf(lateSections);
    }

    Optional<String> reasonFor(String agency) {
        return lateSections.stream()
                .filter(late -> late.agency().equals(agency))
                .map(LateSection::reason)
                .findFirst();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
