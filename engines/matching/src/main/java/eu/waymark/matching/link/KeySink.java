package eu.waymark.matching.link;

import java.util.Arrays;

/**
 * The keys of one record. A strong key makes candidates by itself; a weak one only together with a weak key of another
 * field, so that any two fields that roughly agree bring two records together.
 */
final class KeySink {

    private static final long PRIME = 0x100000001b3L;

    private long[] strong = new long[32];
    private int strongs;
    private final long[] weak = new long[48];
    private final int[] group = new int[48];
    private int weaks;

    void clear() {
        strongs = 0;
        weaks = 0;
    }

    void strong(String key) {
        addStrong(hash(key));
    }

    /** Adds a weak key of a field, or of a part of one; parts are told apart by their group. */
    void weak(int field, String key) {
        if (weaks < weak.length) {
            group[weaks] = field;
            weak[weaks++] = hash(key);
        }
    }

    /** All keys that make candidates: the strong ones, and weak ones of two fields joined. */
    long[] joined() {
        int own = strongs;
        for (int i = 0; i < weaks; i++) {
            for (int j = i + 1; j < weaks; j++) {
                if (group[i] != group[j]) {
                    addStrong(join(weak[i], weak[j]));
                }
            }
        }
        long[] keys = Arrays.copyOf(strong, strongs);
        strongs = own;
        return keys;
    }

    /** Weak keys, to tell apart the records that share a key which too many have. */
    long[] weak() {
        return Arrays.copyOf(weak, weaks);
    }

    private void addStrong(long key) {
        if (strongs == strong.length) {
            strong = Arrays.copyOf(strong, strongs * 2);
        }
        strong[strongs++] = key;
    }

    /** The same whichever comes first, so that swapped names meet. */
    static long join(long a, long b) {
        return mix(a + b ^ Long.rotateLeft(a ^ b, 31));
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
