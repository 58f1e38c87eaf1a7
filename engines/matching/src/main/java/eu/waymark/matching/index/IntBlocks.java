package eu.waymark.matching.index;

import java.util.Arrays;

/**
 * Lists of numbers in one growing array. A list is a block: its length, then its numbers, in one of a few capacities;
 * blocks given back are used again.
 */
final class IntBlocks {

    /** Each about a third larger than the last: little is wasted, and few lists move often. */
    private static final int[] CAPACITIES = capacities();

    private static final int NONE = -1;
    private static final int LENGTH_BITS = 26;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    private int[] words = new int[4];
    private int used;
    private final int[] free = new int[CAPACITIES.length];

    IntBlocks() {
        Arrays.fill(free, NONE);
    }

    /** A list of two; returns where it stands. */
    int pair(int first, int second) {
        int block = allocate(0);
        words[block] = 2;
        words[block + 1] = first;
        words[block + 2] = second;
        return block;
    }

    int length(int block) {
        return words[block] & LENGTH_MASK;
    }

    int get(int block, int index) {
        return words[block + 1 + index];
    }

    /**
     * Copies a list that a writer may be changing, with no more than is safe to read.
     *
     * @param longest a list that is longer is left out
     * @return its length, or {@link BucketTable#TORN} where there cannot be such a list
     */
    int glance(int block, int longest, IntList target) {
        int[] seen = words;
        if (block >= seen.length) {
            return BucketTable.TORN;
        }
        int length = seen[block] & LENGTH_MASK;
        if (length > seen.length - block - 1) {
            return BucketTable.TORN;
        }
        if (length <= longest) {
            System.arraycopy(seen, block + 1, target.room(length), target.size(), length);
        }
        return length;
    }

    /** Adds a number; returns where the list stands now. */
    int add(int block, int value) {
        int size = words[block] >>> LENGTH_BITS;
        int length = length(block);
        int at = block;
        if (length == CAPACITIES[size]) {
            at = allocate(size + 1);
            System.arraycopy(words, block + 1, words, at + 1, length);
            words[at] = size + 1 << LENGTH_BITS | length;
            give(block, size);
        }
        words[at + 1 + length] = value;
        words[at]++;
        return at;
    }

    /** Removes a number if it is there; its place is taken by the last. */
    boolean remove(int block, int value) {
        int length = length(block);
        for (int i = 1; i <= length; i++) {
            if (words[block + i] == value) {
                words[block + i] = words[block + length];
                words[block]--;
                return true;
            }
        }
        return false;
    }

    void release(int block) {
        give(block, words[block] >>> LENGTH_BITS);
    }

    int bytes() {
        return words.length * Integer.BYTES;
    }

    private void give(int block, int size) {
        words[block] = free[size];
        free[size] = block;
    }

    private int allocate(int size) {
        int block = free[size];
        if (block != NONE) {
            free[size] = words[block];
        } else {
            block = used;
            used += CAPACITIES[size] + 1;
            if (used > words.length) {
                words = Arrays.copyOf(words, used + used / 4 + 4);
            }
        }
        words[block] = size << LENGTH_BITS;
        return block;
    }

    private static int[] capacities() {
        int[] sizes = new int[1 << Integer.SIZE - LENGTH_BITS];
        int count = 0;
        for (long size = 2; size <= LENGTH_MASK && count < sizes.length; size = Math.max(size + 1, size * 4 / 3)) {
            sizes[count++] = (int) size;
        }
        return Arrays.copyOf(sizes, count);
    }
}
