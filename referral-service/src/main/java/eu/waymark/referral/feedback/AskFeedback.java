package eu.waymark.referral.feedback;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A child of the caller's agency is asked how it was served.
 *
 * @param worker subject of whom it is asked about
 */
@Schema(name = "AskFeedback", examples = """
        {"personRecordId":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","worker":"5d3c2f0e-8f51-4c1c-9d0b-8a1f6f0e7b44","language":"pl"}""")
record AskFeedback(
        @NotNull UUID personRecordId,

        @NotBlank @Size(max = 100) String worker,

        @NotNull @Pattern(regexp = LANGUAGES, message = "must be one of " + LANGUAGES)
        String language)
        implements Personal {

    static final String LANGUAGES = "en|fr|de|nl|pl|es|it|pt|ro|sv|el";

    @Override
    public String toString() {
        return REDACTED;
    }
}
