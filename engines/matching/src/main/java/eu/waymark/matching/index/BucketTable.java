package eu.waymark.matching.index;

/**
 * Buckets by key, for one part of all keys: open addressing over two ints an entry. Half of each key is kept; two keys
 * that meet in it share a bucket, which costs a comparison and nothing else. Not thread-safe, but for {@link #glance}.
 */
final class BucketTable {

    /** What {@link #glance} says of a bucket that changed under its eyes. */
    static final int TORN = -2;

    private static final int EMPTY = 0;
    private static final int HOT = Integer.MIN_VALUE;
    private static final double FULL = .85;
    private static final double GROWTH = 1.3;

    /**
     * In turn half a key, which also says where the entry belongs, and its bucket: one person as the slot + 1, several
     * as the complement of their block.
     */
    private int[] entries = new int[8];

    private int used;
    private final IntBlocks blocks = new IntBlocks();

    boolean isHot(int print) {
        return value(print) == HOT;
    }

    /**
     * Copies the people of a bucket while a writer may be at work; the caller finds out by itself whether one was.
     *
     * @param longest a bucket that holds more is left out
     * @return how many it holds, {@link Buckets#HOT}, or {@link #TORN}
     */
    int glance(int print, int longest, IntList target) {
        int[] seen = entries;
        int value = seen[find(seen, print) + 1];
        if (value == HOT) {
            return Buckets.HOT;
        }
        if (value > 0) {
            target.room(1)[target.size()] = value - 1;
            return 1;
        }
        return value == EMPTY ? 0 : blocks.glance(~value, longest, target);
    }

    /** Reads where a key belongs, and nothing more. */
    int touch(int print) {
        int[] seen = entries;
        return seen[home(seen, print)];
    }

    /** Adds a person to a bucket that is not hot; returns how many are in it now. */
    int add(int print, int slot) {
        int at = find(print);
        int value = entries[at + 1];
        if (value == EMPTY) {
            insert(at, print, slot + 1);
            return 1;
        }
        int block = value > 0 ? blocks.pair(value - 1, slot) : blocks.add(~value, slot);
        entries[at + 1] = ~block;
        return blocks.length(block);
    }

    /** Removes a person where it is in the bucket. */
    void remove(int print, int slot) {
        int at = find(print);
        int value = entries[at + 1];
        if (value == slot + 1) {
            delete(at);
        } else if (value < 0 && value != HOT && blocks.remove(~value, slot) && blocks.length(~value) == 1) {
            entries[at + 1] = blocks.get(~value, 0) + 1;
            blocks.release(~value);
        }
    }

    /** Empties a bucket for good: its people stand in others from now on. */
    void heat(int print) {
        int at = find(print);
        int value = entries[at + 1];
        if (value < 0 && value != HOT) {
            blocks.release(~value);
        }
        entries[at + 1] = HOT;
    }

    void count(HistogramCount count) {
        for (int at = 1; at < entries.length; at += 2) {
            int value = entries[at];
            if (value == HOT) {
                count.hot();
            } else if (value != EMPTY) {
                count.bucket(value > 0 ? 1 : blocks.length(~value));
            }
        }
    }

    long bytes() {
        return (long) entries.length * Integer.BYTES + blocks.bytes();
    }

    private int value(int print) {
        return entries[find(print) + 1];
    }

    /** Where the entry of a key is, or the empty one where it would go. */
    private int find(int print) {
        return find(entries, print);
    }

    private static int find(int[] entries, int print) {
        int at = home(entries, print);
        while (entries[at + 1] != EMPTY && entries[at] != print) {
            at = next(entries, at);
        }
        return at;
    }

    private static int home(int[] entries, int print) {
        return (int) ((print & 0xffff_ffffL) * (entries.length >> 1) >>> Integer.SIZE) << 1;
    }

    private static int next(int[] entries, int at) {
        return at + 2 == entries.length ? 0 : at + 2;
    }

    private void insert(int at, int print, int value) {
        if (2 * (used + 1) > entries.length * FULL) {
            grow();
            insert(find(print), print, value);
        } else {
            entries[at] = print;
            entries[at + 1] = value;
            used++;
        }
    }

    private void grow() {
        int[] old = entries;
        int[] grown = new int[2 * ((int) (old.length / 2 * GROWTH) + 2)];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != EMPTY) {
                int at = find(grown, old[i]);
                grown[at] = old[i];
                grown[at + 1] = old[i + 1];
            }
        }
        entries = grown;
    }

    /** Moves those behind closer to where they belong, so that no gap cuts them off. */
    private void delete(int gap) {
        int hole = gap;
        int at = next(entries, hole);
        while (entries[at + 1] != EMPTY) {
            int home = home(entries, entries[at]);
            boolean mayMove = hole <= at ? home <= hole || home > at : home <= hole && home > at;
            if (mayMove) {
                entries[hole] = entries[at];
                entries[hole + 1] = entries[at + 1];
                hole = at;
            }
            at = next(entries, at);
        }
        entries[hole + 1] = EMPTY;
        used--;
    }
}
