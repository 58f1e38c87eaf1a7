package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A set of ids, kept as 16 bytes of their digest each, so that those of ten million events take 256 MiB. Two ids with the
 * same digest are as good as the same id.
 */
final class UniqueIds {

    private static final int LONGS = 2;
    private static final int MOST_SLOTS = 1 << 29;

    private final long[] slots;
    private final int mask;

    /** @throws UndecidedException for more ids than an array can hold */
    UniqueIds(long most) {
        if (most > MOST_SLOTS / 2) {
            throw new UndecidedException(
                    "More events than can be told apart in one run: check them in parts with --from");
        }
        var count = Math.max(16, (int) Long.highestOneBit(most * 3 / 2) << 1);
        this.slots = new long[count * LONGS];
        this.mask = count - 1;
    }

    /** @return false if the id was there already */
    boolean add(String id) {
        var digest = ByteBuffer.wrap(Digests.sha256(id.getBytes(UTF_8)));
        // Zero marks an empty slot.
        var high = digest.getLong() | 1;
        var low = digest.getLong();
        for (var at = (int) (high >>> 33) & mask; ; at = at + 1 & mask) {
            var slot = at * LONGS;
            if (slots[slot] == 0) {
                slots[slot] = high;
                slots[slot + 1] = low;
                return true;
            }
            if (slots[slot] == high && slots[slot + 1] == low) {
                return false;
            }
        }
    }
}
