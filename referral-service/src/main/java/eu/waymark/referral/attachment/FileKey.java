package eu.waymark.referral.attachment;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * The key of one file. Segments are encrypted one by one (AES-256-GCM under a key derived for the file), so that a file is
 * never whole in memory, and a piece that is cut off, swapped or altered is noticed.
 */
final class FileKey {

    private static final int BYTES = 32;
    private static final int SEGMENT = 64 * 1024;

    private final byte[] key;
    private final byte[] context;

    private FileKey(byte[] key, UUID file) {
        this.key = key;
        this.context = file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static FileKey generate(UUID file) {
        return new FileKey(Random.randBytes(BYTES), file);
    }

    static FileKey of(String text, UUID file) {
        return new FileKey(Base64.getDecoder().decode(text), file);
    }

    /** To be sealed before it is kept. */
    String text() {
        return Base64.getEncoder().encodeToString(key);
    }

    /** Closing the stream that is returned writes the last segment; the one underneath is closed with it. */
    OutputStream encrypting(OutputStream ciphertext) throws IOException {
        try {
            return cipher().newEncryptingStream(ciphertext, context);
        } catch (GeneralSecurityException failed) {
            throw new IOException("A file cannot be encrypted", failed);
        }
    }

    /** Reading fails where the ciphertext is not what was written for this file. */
    InputStream decrypting(InputStream ciphertext) throws IOException {
        try {
            return cipher().newDecryptingStream(ciphertext, context);
        } catch (GeneralSecurityException failed) {
            throw new IOException("A file cannot be decrypted", failed);
        }
    }

    private AesGcmHkdfStreaming cipher() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", BYTES, SEGMENT, 0);
    }
}
