package eu.waymark.platform.persistence.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Envelope encryption of rows: one random data key per record (AES-256-GCM), kept wrapped by the service's row key. The
 * setting holds the row key in use and, behind commas, those it replaced; a wrapped key begins with the id of the one
 * that wrapped it.
 */
@Singleton
public class RowCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_AND_TAG = 12 + 16;

    /** Of keys wrapped before row keys had ids. */
    private static final int WITHOUT_ID = KEY_BYTES + NONCE_AND_TAG;

    private final List<RowKey> rowKeys;

    /** @param rowKeys base64, divided by commas, the one in use first */
    public RowCipher(@ConfigProperty(name = "waymark.secrets.row-key") String rowKeys) {
        this.rowKeys = Arrays.stream(rowKeys.split(","))
                .map(key -> RowKey.of(Base64.getDecoder().decode(key.strip())))
                .toList();
    }

    /**
     * Encrypts under a data key of its own.
     *
     * @param context what the data belong to, for example the record id: the same must be given to open them
     */
    public Sealed seal(byte[] plaintext, byte[] context) {
        var key = Random.randBytes(KEY_BYTES);
        return new Sealed(wrap(key, context), encrypt(RowKey.cipher(key), plaintext, context));
    }

    /** A new wrapped data key, for several values of one record. */
    public byte[] newKey(byte[] context) {
        return wrap(Random.randBytes(KEY_BYTES), context);
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

    /** Whether keys that were wrapped by a row key of earlier may still be about. */
    public boolean isRotating() {
        return rowKeys.size() > 1;
    }

    /** With which bytes every key begins that the row key in use has wrapped. */
    public byte[] currentId() {
        return rowKeys.getFirst().id().clone();
    }

    /** The same data key, wrapped by the row key in use. */
    public byte[] rewrap(byte[] wrappedKey, byte[] context) {
        return wrap(unwrap(wrappedKey, context), context);
    }

    private AesGcmJce dataKey(byte[] wrappedKey, byte[] context) {
        return RowKey.cipher(unwrap(wrappedKey, context));
    }

    private byte[] wrap(byte[] key, byte[] context) {
        var current = rowKeys.getFirst();
        var wrapped = encrypt(current.cipher(), key, context);
        var named = Arrays.copyOf(current.id(), RowKey.ID_BYTES + wrapped.length);
        System.arraycopy(wrapped, 0, named, RowKey.ID_BYTES, wrapped.length);
        return named;
    }

    private byte[] unwrap(byte[] wrapped, byte[] context) {
        if (wrapped.length == WITHOUT_ID) {
            return unwrapUnnamed(wrapped, context);
        }
        var rowKey = rowKeys.stream()
                .filter(key -> key.hasWrapped(wrapped))
                .findFirst()
                .orElseThrow(() -> new CipherException("A key was wrapped by a row key that is not configured"));
        return decrypt(rowKey.cipher(), Arrays.copyOfRange(wrapped, RowKey.ID_BYTES, wrapped.length), context);
    }

    private byte[] unwrapUnnamed(byte[] wrapped, byte[] context) {
        for (var older : rowKeys.subList(0, rowKeys.size() - 1)) {
            try {
                return older.cipher().decrypt(wrapped, context);
            } catch (GeneralSecurityException another) {
                continue;
            }
        }
        return decrypt(rowKeys.getLast().cipher(), wrapped, context);
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
