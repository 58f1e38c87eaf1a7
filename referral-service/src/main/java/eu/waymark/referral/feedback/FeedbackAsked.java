package eu.waymark.referral.feedback;

import eu.waymark.platform.web.Personal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The code for the child. It is shown this once. Whether it was used, nobody is told: who asked could conclude what was said.
 *
 * @param questions in the child's language
 */
@Schema(name = "FeedbackAsked")
record FeedbackAsked(
        @Schema(examples = "zL0m3vQ8mJt6w7p2N1c9R4x5Y6u7A8b9C0d1E2f3G4h")
        String code,

        @Schema(description = "The header in which the child's answers carry the code.", examples = "One-Time-Code")
        String header,

        @Schema(description = "Where the answers are posted to.", examples = SubmissionsResource.PATH)
        String submitTo,

        Instant expiresAt,
        PlainWords questions)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
