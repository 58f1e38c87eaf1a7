package eu.waymark.referral.contribution;

import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "The code for the writer. It is shown this once and never again: a repeated request with the same"
                + " Idempotency-Key does not show it. Where it is lost, revoke and ask anew.",
        requiredProperties = {"id", "code", "header", "submitTo", "expiresAt"})
record ContributionAsked(
        UUID id,

        @Schema(examples = "zL0m3vQ8mJt6w7p2N1c9R4x5Y6u7A8b9C0d1E2f3G4h")
        String code,

        @Schema(description = "The header in which the writer sends the code.", examples = "One-Time-Code")
        String header,

        @Schema(description = "Where the writer posts to.", examples = SubmissionsResource.PATH)
        String submitTo,

        Instant expiresAt)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
