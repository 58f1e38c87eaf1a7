package eu.waymark.platform.persistence.crypto;

import jakarta.inject.Singleton;
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

    private final @Nullable Encapsulations encapsulations;
    private final String kid;

    SealedDetails(@ConfigProperty(name = KEY) Optional<String> key) {
        var raw = key.map(DetailsKeys::decode);
        this.encapsulations = raw.map(bytes -> new Encapsulations(DetailsKeys.publicKey(bytes), System::nanoTime))
                .orElse(null);
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
        if (encapsulations == null) {
            throw new CipherException("No key to seal the details of audit events with: set " + KEY);
        }
        try {
            return new Box(kid, encapsulations.of(event).seal(event, details));
        } catch (IllegalStateException agreesWithAll) {
            throw new CipherException("Details cannot be sealed to this key: correct " + KEY, agreesWithAll);
        }
    }
}
