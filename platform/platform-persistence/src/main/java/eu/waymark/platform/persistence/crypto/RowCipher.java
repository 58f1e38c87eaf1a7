package eu.waymark.platform.persistence.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Envelope encryption of rows: one random data key per record (AES-256-GCM), kept wrapped by the service's row key. */
@Singleton
public class RowCipher {

    private static final int KEY_BYTES = 32;

    private final AesGcmJce rowKey;

    RowCipher(@ConfigProperty(name = "waymark.secrets.row-key") String rowKey) {
        this.rowKey = cipher(Base64.getDecoder().decode(rowKey));
    }

    /**
     * Encrypts under a data key of its own.
     *
     * @param context what the data belong to, for example the record id: the same must be given to open them
     */
    public Sealed seal(byte[] plaintext, byte[] context) {
        var wrapped = newKey(context);
        return new Sealed(wrapped, seal(wrapped, plaintext, context));
    }

    /** A new wrapped data key, for several values of one record. */
    public byte[] newKey(byte[] context) {
        return encrypt(rowKey, Random.randBytes(KEY_BYTES), context);
    }

    /** Encrypts one value under a record's data key. */
    public byte[] seal(byte[] wrappedKey, byte[] plaintext, byte[] context) {
        return encrypt(dataKey(wrappedKey, context), plaintext, context);
    }

    /** @throws CipherException when key, data or context are not what was sealed */
    public byte[] open(Sealed sealed, byte[] context) {
        return open(sealed.wrappedKey(), sealed.ciphertext(), context);
    }

    public byte[] open(byte[] wrappedKey, byte[] ciphertext, byte[] context) {
        return decrypt(dataKey(wrappedKey, context), ciphertext, context);
    }

    private AesGcmJce dataKey(byte[] wrappedKey, byte[] context) {
        return cipher(decrypt(rowKey, wrappedKey, context));
    }

    private static AesGcmJce cipher(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new CipherException("A key has " + KEY_BYTES + " bytes");
        }
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException unusable) {
            throw new CipherException("A key cannot be used", unusable);
        }
    }

    private static byte[] encrypt(AesGcmJce key, byte[] plaintext, byte[] context) {
        try {
            return key.encrypt(plaintext, context);
        } catch (GeneralSecurityException failed) {
            throw new CipherException("Data cannot be encrypted", failed);
        }
    }

    private static byte[] decrypt(AesGcmJce key, byte[] ciphertext, byte[] context) {
        try {
            return key.decrypt(ciphertext, context);
        } catch (GeneralSecurityException failed) {
            throw new CipherException("Data cannot be decrypted: wrong key, wrong record or altered", failed);
        }
    }
}
