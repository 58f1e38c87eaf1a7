package eu.waymark.matching.blocking;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Turns words and combinations of them into 64-bit numbers. With a secret key nobody who sees the numbers can try names
 * against them, so they may be stored where names may not.
 */
public interface Keying {

    /** Bytes of a secret. */
    int SECRET_BYTES = 16;

    /** The number of a text. */
    long hash(String text);

    /** The number of two numbers under a tag that keeps uses apart. */
    long hash(int tag, long first, long second);

    /**
     * A pseudorandom function under a secret: SipHash-2-4 (Aumasson and Bernstein 2012), which is made for short
     * inputs and costs a fraction of a truncated HMAC-SHA-256.
     *
     * @param secret {@value #SECRET_BYTES} random bytes
     * @throws IllegalArgumentException for another length
     */
    static Keying secret(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("A secret has " + SECRET_BYTES + " bytes, not " + secret.length);
        }
        ByteBuffer bytes = ByteBuffer.wrap(secret).order(ByteOrder.LITTLE_ENDIAN);
        return new SipKeying(bytes.getLong(), bytes.getLong());
    }

    /** Under a key that everybody knows: for tests and for work on one's own files. */
    static Keying plain() {
        return SipKeying.PLAIN;
    }

    /** SipHash under two words of key. */
    record SipKeying(long first, long second) implements Keying {

        static final SipKeying PLAIN = new SipKeying(0, 0);

        @Override
        public long hash(String text) {
            return SipHash.of(first, second, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long hash(int tag, long a, long b) {
            return SipHash.of(first, second, tag, a, b);
        }

        /** Never shows the key. */
        @Override
        public String toString() {
            return "Keying[redacted]";
        }
    }
}
