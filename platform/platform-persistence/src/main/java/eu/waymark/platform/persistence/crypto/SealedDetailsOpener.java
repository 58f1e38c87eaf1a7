package eu.waymark.platform.persistence.crypto;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.hybrid.internal.HpkeDecrypt;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the details of audit events. Only the audit service has the keys; the older ones open what is older. */
public final class SealedDetailsOpener {

    /** Setting with the audit service's private key: base64 of 32 bytes. */
    public static final String KEY = "waymark.secrets.details-private-key";

    private final Map<String, HybridDecrypt> ciphers;

    private SealedDetailsOpener(Map<String, HybridDecrypt> ciphers) {
        this.ciphers = ciphers;
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
                        SealedDetailsOpener::kid, SealedDetailsOpener::cipher, (one, same) -> one)));
    }

    /**
     * Opens the details of one event: UTF-8 JSON, followed by spaces.
     *
     * @param kid as the event names it
     * @throws CipherException when no key has that name, or these are not the details of that event
     */
    public byte[] open(UUID event, String kid, byte[] sealed) {
        var cipher = ciphers.get(kid);
        if (cipher == null) {
            throw new CipherException("No key opens these details");
        }
        try {
            return cipher.decrypt(sealed, DetailsKeys.context(event));
        } catch (GeneralSecurityException failed) {
            throw new CipherException("Details cannot be opened: another event's, or altered", failed);
        }
    }

    private static String kid(byte[] privateKey) {
        try {
            return DetailsKeys.kid(DetailsKeys.publicOf(privateKey));
        } catch (GeneralSecurityException unusable) {
            throw new CipherException("A key for the details of audit events cannot be used", unusable);
        }
    }

    private static HybridDecrypt cipher(byte[] privateKey) {
        try {
            return HpkeDecrypt.create(DetailsKeys.privateKey(privateKey));
        } catch (GeneralSecurityException unusable) {
            throw new CipherException("A key for the details of audit events cannot be used", unusable);
        }
    }
}
