package eu.waymark.matching.clk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one epoch, from which every kind of feature gets a key of its own by HKDF-SHA256 (RFC 5869). What two
 * epochs encode cannot be compared, which is what makes old encodings expire.
 */
public final class ClkKey {

    /** Fewer bytes are refused. */
    public static final int MIN_SECRET_BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    private static final byte[] SALT = "waymark-clk-1".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey pseudoRandomKey;
    private final String epoch;

    private ClkKey(SecretKey pseudoRandomKey, String epoch) {
        this.pseudoRandomKey = pseudoRandomKey;
        this.epoch = epoch;
    }

    /**
     * The key of an epoch.
     *
     * @param secret at least {@link #MIN_SECRET_BYTES} random bytes, copied
     * @param epoch name of the period in which encodings compare, as {@code 2026-Q4}; at most 64 characters
     * @throws IllegalArgumentException where either is too short or too long
     */
    public static ClkKey of(byte[] secret, String epoch) {
        if (secret.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("The secret needs at least " + MIN_SECRET_BYTES + " bytes");
        }
        if (epoch.isBlank() || epoch.length() > 64) {
            throw new IllegalArgumentException("An epoch has a name of at most 64 characters");
        }
        try {
            var extract =
                    HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(SALT).extractOnly();
            return new ClkKey(KDF.getInstance("HKDF-SHA256").deriveKey("Generic", extract), epoch);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", missing);
        }
    }

    /** An HMAC under the key of one kind of feature. */
    Mac mac(Feature.Kind kind) {
        byte[] info = (epoch + "|" + kind.label()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] key = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.expandOnly(pseudoRandomKey, info, MIN_SECRET_BYTES));
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (InvalidKeyException refused) {
            throw new IllegalStateException("A key of 32 bytes was refused", refused);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HKDF-SHA256 or HMAC-SHA256", missing);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ClkKey[" + epoch + ", redacted]";
    }
}
