package eu.waymark.platform.persistence.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keyed hashes of what is derived from names and must be found again: a dump of them tells nothing. The setting holds the
 * key in use and, behind commas, those it replaced.
 */
@Singleton
public class IndexKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    /** @param keys base64, divided by commas, the one in use first */
    public IndexKey(@ConfigProperty(name = "waymark.secrets.index-key") String keys) {
        this.keys = Arrays.stream(keys.split(","))
                .map(key -> new SecretKeySpec(Base64.getDecoder().decode(key.strip()), ALGORITHM))
                .toList();
    }

    /** HMAC-SHA-256 of the text under the key in use: 32 bytes. */
    public byte[] hmac(String text) {
        return hmac(keys.getFirst(), text);
    }

    /**
     * The same under each key, the one in use first: while an index is made anew, what was written under an older key is
     * found under that.
     */
    public List<byte[]> hmacs(String text) {
        return keys.stream().map(key -> hmac(key, text)).toList();
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new CipherException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
