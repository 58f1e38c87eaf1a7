package eu.waymark.matching.synthetic;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random numbers and ids that depend on nothing but what they are asked for. */
final class Seeds {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private Seeds() {}

    /** Neighbouring parts give streams that have nothing in common. */
    static RandomGenerator random(long seed, Purpose purpose, long index, long variant) {
        long mixed = mix(seed + purpose.ordinal());
        mixed = mix(mixed ^ index);
        return new SplittableRandom(mix(mixed ^ variant));
    }

    /** A random UUID that repeats with the generator. */
    static String id(RandomGenerator random) {
        long most = random.nextLong() & ~0xF000L | VERSION_4;
        long least = random.nextLong() >>> 2 | VARIANT_2;
        return new UUID(most, least).toString();
    }

    /** Stafford's variant 13 of MurmurHash3's finaliser. */
    private static long mix(long value) {
        long z = value + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    /** What a stream decides. */
    enum Purpose {
        FAMILY,
        RECORD,
        CORRUPTED,
        REPEATED
    }
}
