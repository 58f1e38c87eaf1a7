package eu.waymark.platform.persistence.crypto;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * One secret agreed with the audit service (RFC 9180, 4.1), from which the key schedule (5.1) makes another key for each event,
 * since each has its id as {@code info}. Agreeing costs ten times what all the rest does.
 *
 * <p>Key and nonce follow from the event, so each event is taken once: {@link #take}.
 */
final class Encapsulation {

    private static final byte[] NOTHING = {};
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final byte[] BASE_MODE = {0};
    private static final byte[] NO_PSK = LabeledHkdf.HPKE.extract(NOTHING, "psk_id_hash", NOTHING);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] encapsulated;
    private final byte[] secret;
    private final Set<UUID> events = new HashSet<>();

    /** @throws IllegalStateException where the public key is one of the few that agree with every other */
    Encapsulation(X25519PublicKeyParameters key) {
        var own = new X25519PrivateKeyParameters(RANDOM);
        encapsulated = own.generatePublicKey().getEncoded();
        var agreed = new byte[X25519PrivateKeyParameters.SECRET_SIZE];
        own.generateSecret(key, agreed, 0);
        var context = LabeledHkdf.joined(encapsulated, key.getEncoded());
        var shared = LabeledHkdf.KEM.expand(
                LabeledHkdf.KEM.extract(NOTHING, "eae_prk", agreed), "shared_secret", context, DetailsKeys.KEY_BYTES);
        secret = LabeledHkdf.HPKE.extract(shared, "secret", NOTHING);
    }

    /** Whether this event was not taken before; not for two threads at once. */
    boolean take(UUID event) {
        return events.add(event);
    }

    int taken() {
        return events.size();
    }

    /** Encapsulated key and ciphertext, of an event that was taken. */
    byte[] seal(UUID event, byte[] details) {
        var info = LabeledHkdf.HPKE.extract(NOTHING, "info_hash", DetailsKeys.context(event));
        var context = LabeledHkdf.joined(BASE_MODE, NO_PSK, info);
        var key = LabeledHkdf.HPKE.expand(secret, "key", context, DetailsKeys.KEY_BYTES);
        var nonce = LabeledHkdf.HPKE.expand(secret, "base_nonce", context, NONCE_BYTES);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce), RANDOM);
            return LabeledHkdf.joined(encapsulated, cipher.doFinal(details));
        } catch (GeneralSecurityException failed) {
            throw new CipherException("Details cannot be sealed", failed);
        }
    }
}
