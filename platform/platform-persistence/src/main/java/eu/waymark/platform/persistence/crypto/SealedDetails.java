package eu.waymark.platform.persistence.crypto;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.hybrid.internal.HpkeEncrypt;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Seals the details of audit events to the audit service: not even the service that wrote them can open them again. */
@Singleton
public class SealedDetails {

    /** How an event names this cipher. */
    public static final String ALGORITHM = "HPKE-X25519-SHA256-AES256GCM";

    /** Setting with the audit service's public key: base64 of 32 bytes. */
    public static final String KEY = "waymark.audit.details-key";

    /** By how much the sealed bytes are longer than what was sealed: encapsulated key and authentication tag. */
    public static final int OVERHEAD = 32 + 16;

    private final @Nullable HybridEncrypt cipher;
    private final String kid;

    SealedDetails(@ConfigProperty(name = KEY) Optional<String> key) {
        var raw = key.map(DetailsKeys::decode);
        this.cipher = raw.map(SealedDetails::cipher).orElse(null);
        this.kid = raw.map(DetailsKeys::kid).orElse("");
    }

    /**
     * Sealed details.
     *
     * @param kid which key opens them
     */
    public record Box(String kid, byte[] bytes) {

        /** SHA-256 of the bytes in base64, by which the event vouches for them. */
        public String sha256() {
            return Base64.getEncoder().encodeToString(DetailsKeys.sha256(bytes));
        }
    }

    /**
     * Seals the details of one event.
     *
     * @throws CipherException when the service was not told the key, or it cannot be used
     */
    public Box seal(UUID event, byte[] details) {
        if (cipher == null) {
            throw new CipherException("No key to seal the details of audit events with: set " + KEY);
        }
        try {
            return new Box(kid, cipher.encrypt(details, DetailsKeys.context(event)));
        } catch (GeneralSecurityException failed) {
            throw new CipherException("Details cannot be sealed", failed);
        }
    }

    private static HybridEncrypt cipher(byte[] key) {
        try {
            return HpkeEncrypt.create(DetailsKeys.publicKey(key));
        } catch (GeneralSecurityException unusable) {
            throw new CipherException("The key for the details of audit events cannot be used", unusable);
        }
    }
}
