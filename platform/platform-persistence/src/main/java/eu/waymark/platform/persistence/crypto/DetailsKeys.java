package eu.waymark.platform.persistence.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Keys for the details of audit events: HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base
 * mode. They are raw X25519 keys and no Tink keysets, whose parser needs a newer protobuf than Quarkus brings (ADR 12).
 */
final class DetailsKeys {

    static final int KEY_BYTES = 32;

    private static final String CONTEXT = "waymark-audit/1 ";
    private static final int KID_BYTES = 8;
    private static final HpkeParameters PARAMETERS = parameters();

    private DetailsKeys() {}

    static HpkePublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        return HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(raw), null);
    }

    static HpkePrivateKey privateKey(byte[] raw) throws GeneralSecurityException {
        return HpkePrivateKey.create(
                publicKey(publicOf(raw)), SecretBytes.copyFrom(raw, InsecureSecretKeyAccess.get()));
    }

    static byte[] publicOf(byte[] privateKey) throws InvalidKeyException {
        return X25519.publicFromPrivate(privateKey);
    }

    /** Names a key, for whoever holds several: the first 64 bits of the SHA-256 of the public key, in hex. */
    static String kid(byte[] publicKey) {
        return HexFormat.of().formatHex(Arrays.copyOf(sha256(publicKey), KID_BYTES));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new CipherException("Every Java platform has SHA-256", impossible);
        }
    }

    /** What binds details to their event: moved beside another one they do not open. */
    static byte[] context(UUID event) {
        return (CONTEXT + event).getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws CipherException when it is not the base64 of 32 bytes */
    static byte[] decode(String base64) {
        try {
            var raw = Base64.getDecoder().decode(base64.strip());
            if (raw.length == KEY_BYTES) {
                return raw;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new CipherException("A key for the details of audit events is not base64", notBase64);
        }
        throw new CipherException("A key for the details of audit events has " + KEY_BYTES + " bytes");
    }

    private static HpkeParameters parameters() {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new CipherException("These HPKE parameters exist", impossible);
        }
    }
}
