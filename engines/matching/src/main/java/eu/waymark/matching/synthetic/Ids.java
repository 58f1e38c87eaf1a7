package eu.waymark.matching.synthetic;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random UUIDs that repeat with the seed. */
final class Ids {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private Ids() {}

    static String next(RandomGenerator random) {
        long most = random.nextLong() & ~0xF000L | VERSION_4;
        long least = random.nextLong() >>> 2 | VARIANT_2;
        return new UUID(most, least).toString();
    }
}
