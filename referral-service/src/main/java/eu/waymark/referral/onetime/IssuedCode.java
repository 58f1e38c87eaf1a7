package eu.waymark.referral.onetime;

import eu.waymark.platform.web.Personal;
import java.time.Instant;

/**
 * A code that was made this moment and is shown this once.
 *
 * @param code 256 random bits, in base64url: 43 letters
 * @param expiresAt from then on it is refused
 */
public record IssuedCode(String code, Instant expiresAt) implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
