package eu.waymark.referral.contribution;

import eu.waymark.platform.web.Personal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "That it has arrived, and nothing else. The hash is SHA-256 of the canonical JSON (RFC 8785) of"
                + " nonce, receivedAt and text.",
        requiredProperties = {"receivedAt", "nonce", "hash"})
record ContributionReceipt(
        Instant receivedAt,
        @Schema(examples = "k3v1QmJt6w7p2N1c9R4x5Y") String nonce,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
