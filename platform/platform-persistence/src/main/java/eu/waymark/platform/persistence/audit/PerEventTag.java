package eu.waymark.platform.persistence.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tags of sealed subjects, good for one event: under its random key, which is kept nowhere, nobody can tell that two
 * events are about the same child. They have the shape of every other tag: 16 bytes of HMAC-SHA-256 in base64url.
 */
final class PerEventTag {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    private final Mac mac;

    PerEventTag() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }

    String of(String tag) {
        var hash = mac.doFinal(tag.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
    }
}
