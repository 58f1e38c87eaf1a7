package eu.waymark.identity.record;

import eu.waymark.platform.web.Personal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonym of a person in the audit log (architecture, part 3), with the secret it comes from. The secret exists
 * once, beside the person record; without it nobody can show whose tag it was.
 */
record SubjectTag(String value, byte[] secret) implements Personal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final int TAG_BYTES = 16;

    static SubjectTag fresh() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return of(secret);
    }

    static SubjectTag of(byte[] secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            var tag = Arrays.copyOf(mac.doFinal("tag".getBytes(StandardCharsets.US_ASCII)), TAG_BYTES);
            return new SubjectTag(Base64.getUrlEncoder().withoutPadding().encodeToString(tag), secret);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("Every Java platform has " + HMAC, unavailable);
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
