package eu.waymark.platform.persistence.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** A key that wraps data keys, and the four bytes by which a wrapped key says that it was this one. */
record RowKey(byte[] id, AesGcmJce cipher) {

    static final int ID_BYTES = 4;

    private static final int KEY_BYTES = 32;

    static RowKey of(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("waymark row key\n".getBytes(StandardCharsets.US_ASCII));
            return new RowKey(Arrays.copyOf(digest.digest(key), ID_BYTES), cipher(key));
        } catch (GeneralSecurityException unusable) {
            throw new CipherException("A key cannot be used", unusable);
        }
    }

    static AesGcmJce cipher(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new CipherException("A key has " + KEY_BYTES + " bytes");
        }
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException unusable) {
            throw new CipherException("A key cannot be used", unusable);
        }
    }

    boolean hasWrapped(byte[] wrapped) {
        return Arrays.equals(wrapped, 0, ID_BYTES, id, 0, ID_BYTES);
    }

    @Override
    public String toString() {
        return "RowKey[redacted]";
    }
}
