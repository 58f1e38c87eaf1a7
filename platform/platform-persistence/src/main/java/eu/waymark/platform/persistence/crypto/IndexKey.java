package eu.waymark.platform.persistence.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keyed hashes of what is derived from names and must be found again: a dump of them tells nothing. */
@Singleton
public class IndexKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    IndexKey(@ConfigProperty(name = "waymark.secrets.index-key") String key) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM);
    }

    /** HMAC-SHA-256 of the text: 32 bytes. */
    public byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new CipherException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
