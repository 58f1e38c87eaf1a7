package eu.waymark.platform.testing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** The key pair of this test run to which services seal the details of audit events. */
final class DetailsKeyPair {

    private static final int KEY_BYTES = 32;

    private DetailsKeyPair() {}

    static Map<String, String> fresh() {
        try {
            var pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            return Map.of(
                    "waymark.audit.details-key", raw(pair.getPublic()),
                    "waymark.secrets.details-private-key", raw(pair.getPrivate()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has X25519", impossible);
        }
    }

    /** Both encodings end with the key itself (RFC 8410). */
    private static String raw(Key key) {
        var encoded = key.getEncoded();
        return Base64.getEncoder()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }
}
