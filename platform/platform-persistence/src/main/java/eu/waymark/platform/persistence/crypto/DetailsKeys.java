package eu.waymark.platform.persistence.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * Keys for the details of audit events: HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base
 * mode. They are raw X25519 keys.
 */
final class DetailsKeys {

    static final int KEY_BYTES = 32;

    private static final String CONTEXT = "waymark-audit/1 ";
    private static final int KID_BYTES = 8;

    private DetailsKeys() {}

    /** The suite, made for each use: it keeps the state of its hash function and is not for two threads at once. */
    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    static X25519PublicKeyParameters publicKey(byte[] raw) {
        return new X25519PublicKeyParameters(raw);
    }

    static AsymmetricCipherKeyPair keyPair(byte[] privateKey) {
        var key = new X25519PrivateKeyParameters(privateKey);
        return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
    }

    static byte[] publicOf(byte[] privateKey) {
        return new X25519PrivateKeyParameters(privateKey).generatePublicKey().getEncoded();
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
}
