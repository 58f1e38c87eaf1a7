package eu.waymark.platform.persistence.crypto;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** Opens the details of audit events. Only the audit service has the keys; the older ones open what is older. */
public final class SealedDetailsOpener {

    /** Setting with the audit service's private key: base64 of 32 bytes. */
    public static final String KEY = "waymark.secrets.details-private-key";

    private static final byte[] NOTHING = {};

    private final Map<String, AsymmetricCipherKeyPair> keys;

    private SealedDetailsOpener(Map<String, AsymmetricCipherKeyPair> keys) {
        this.keys = keys;
    }

    /**
     * An opener with one or more private keys, each base64 of 32 bytes.
     *
     * @throws CipherException when one of them is not a key
     */
    public static SealedDetailsOpener of(String... privateKeys) {
        return new SealedDetailsOpener(Stream.of(privateKeys)
                .map(DetailsKeys::decode)
                .collect(Collectors.toUnmodifiableMap(
                        SealedDetailsOpener::kid, DetailsKeys::keyPair, (one, same) -> one)));
    }

    /**
     * Opens the details of one event: UTF-8 JSON, followed by spaces.
     *
     * @param kid as the event names it
     * @throws CipherException when no key has that name, or these are not the details of that event
     */
    public byte[] open(UUID event, String kid, byte[] sealed) {
        var key = keys.get(kid);
        if (key == null) {
            throw new CipherException("No key opens these details");
        }
        if (sealed.length < SealedDetails.OVERHEAD) {
            throw new CipherException("Details cannot be opened: cut off");
        }
        var encapsulated = Arrays.copyOf(sealed, DetailsKeys.KEY_BYTES);
        var ciphertext = Arrays.copyOfRange(sealed, DetailsKeys.KEY_BYTES, sealed.length);
        try {
            return DetailsKeys.hpke()
                    .open(encapsulated, key, DetailsKeys.context(event), NOTHING, ciphertext, null, null, null);
        } catch (InvalidCipherTextException | IllegalStateException failed) {
            // The second, where the encapsulated key is one of the few that agree with every other.
            throw new CipherException("Details cannot be opened: another event's, or altered", failed);
        }
    }

    private static String kid(byte[] privateKey) {
        return DetailsKeys.kid(DetailsKeys.publicOf(privateKey));
    }
}
