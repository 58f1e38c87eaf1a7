package eu.waymark.matching.blocking;

/** SipHash-2-4 with 64 bits of output (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012). */
final class SipHash {

    private static final int LONG = Long.BYTES;

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SipHash(long k0, long k1) {
        v0 = k0 ^ 0x736f_6d65_7073_6575L;
        v1 = k1 ^ 0x646f_7261_6e64_6f6dL;
        v2 = k0 ^ 0x6c79_6765_6e65_7261L;
        v3 = k1 ^ 0x7465_6462_7974_6573L;
    }

    static long of(long k0, long k1, byte[] data) {
        var state = new SipHash(k0, k1);
        int whole = data.length / LONG * LONG;
        for (int at = 0; at < whole; at += LONG) {
            state.add(word(data, at, LONG));
        }
        return state.finish((long) data.length << 56 | word(data, whole, data.length - whole));
    }

    /** Of three numbers, as of their 24 bytes, the least significant first. */
    static long of(long k0, long k1, long a, long b, long c) {
        var state = new SipHash(k0, k1);
        state.add(a);
        state.add(b);
        state.add(c);
        return state.finish(3L * LONG << 56);
    }

    private static long word(byte[] data, int from, int bytes) {
        long word = 0;
        for (int i = 0; i < bytes; i++) {
            word |= (data[from + i] & 0xffL) << 8 * i;
        }
        return word;
    }

    private void add(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private long finish(long last) {
        add(last);
        v2 ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
