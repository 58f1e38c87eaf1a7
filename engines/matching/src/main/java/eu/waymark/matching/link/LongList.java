package eu.waymark.matching.link;

import java.util.Arrays;

/** Many numbers without an object for each. */
final class LongList {

    private static final int COMPACT_FROM = 1 << 22;

    private long[] values = new long[1024];
    private int size;
    private int compactAt = COMPACT_FROM;

    void add(long value) {
        if (size == values.length) {
            if (size >= compactAt) {
                values = sortedDistinct();
                size = values.length;
                compactAt = Math.max(COMPACT_FROM, size * 2);
            }
            values = Arrays.copyOf(values, Math.max(values.length, size * 2));
        }
        values[size++] = value;
    }

    long[] sortedDistinct() {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || values[i] != values[kept - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
        return Arrays.copyOf(values, kept);
    }
}
