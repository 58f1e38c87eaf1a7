package eu.waymark.referral.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an agency has to say: what it knows, what it thinks and what others told it, kept apart (domain C31; practice of
 * Barnahus), and the child's own words (C26).
 *
 * @param factors codes of England's children in need census
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "Facts, opinions and what third parties told, kept apart, and the child's own words.",
        examples = SectionContent.EXAMPLE)
record SectionContent(
        @Size(max = 50) List<@Valid @NotNull Statement> facts,
        @Size(max = 50) List<@Valid @NotNull Statement> opinions,

        @Schema(description = "What others told. Shown to the agency that wrote it and to the lead only.")
        @Size(max = 50)
        List<@Valid @NotNull Statement> thirdParty,

        @Schema(description = "What the child says, in the child's own words.") @Size(max = 4000) @Nullable
        String childsWords,

        @Schema(description = "Codes of the assessment factors of England's children in need census.") @Size(max = 40)
        List<@NotNull @Pattern(regexp = "^[0-9]{1,2}[A-F]?$", message = "must be a code of the list") String> factors)
        implements Personal {

    static final String EXAMPLE = """
            {"facts": [{"text": "Absent from school on nine of ten days in March.", "source": "Attendance register"}],
             "opinions": [{"text": "She seems afraid to go home."}], "thirdParty": [],
             "childsWords": "I want to stay with my sister.", "factors": ["10A", "12A"]}""";

    /** One statement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssessmentStatement")
    record Statement(
            @NotBlank @Size(max = 4000) String text,

            @Schema(description = "Where it comes from: a document, an observation, a person's role.")
            @Size(max = 400)
            @Nullable
            String source)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What is left out is empty: Jackson lets it through as null. */
    @SuppressWarnings("ConstantValue")
    SectionContent {
        facts = facts == null ? List.of() : List.copyOf(facts);
        opinions = opinions == null ? List.of() : List.copyOf(opinions);
        thirdParty = thirdParty == null ? List.of() : List.copyOf(thirdParty);
        factors = factors == null ? List.of() : List.copyOf(factors);
    }

    SectionContent withoutThirdParty() {
        return new SectionContent(facts, opinions, List.of(), childsWords, factors);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
