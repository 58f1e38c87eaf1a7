package eu.waymark.matching.index;

/**
 * Buckets by key, for one part of all keys: open addressing over two ints an entry. Half of each key is kept; two keys
 * that meet in it share a bucket, which costs a comparison and nothing else. Not thread-safe.
 */
final class BucketTable {

    private static final int EMPTY = 0;
    private static final int HOT = Integer.MIN_VALUE;
    private static final double FULL = .85;
    private static final double GROWTH = 1.3;

    /** Half a key, which also says where the entry belongs. */
    private int[] prints = new int[4];

    /** One person as its slot + 1, several as the complement of their block. */
    private int[] values = new int[4];

    private int used;
    private final IntBlocks blocks = new IntBlocks();

    boolean isHot(int print) {
        return values[find(print)] == HOT;
    }

    /** People in a bucket, 0 where there is none. */
    int length(int print) {
        int value = values[find(print)];
        if (value == EMPTY || value == HOT) {
            return 0;
        }
        return value > 0 ? 1 : blocks.length(~value);
    }

    /** Copies the people of a bucket; the target must have room for {@link #length}. */
    void copy(int print, int[] target, int from) {
        int value = values[find(print)];
        if (value > 0) {
            target[from] = value - 1;
        } else if (value != EMPTY && value != HOT) {
            blocks.copy(~value, target, from);
        }
    }

    /** Adds a person to a bucket that is not hot; returns how many are in it now. */
    int add(int print, int slot) {
        int at = find(print);
        int value = values[at];
        if (value == EMPTY) {
            insert(at, print, slot + 1);
            return 1;
        }
        int block = value > 0 ? blocks.pair(value - 1, slot) : blocks.add(~value, slot);
        values[at] = ~block;
        return blocks.length(block);
    }

    /** Removes a person where it is in the bucket. */
    void remove(int print, int slot) {
        int at = find(print);
        int value = values[at];
        if (value == slot + 1) {
            delete(at);
        } else if (value < 0 && value != HOT && blocks.remove(~value, slot) && blocks.length(~value) == 1) {
            values[at] = blocks.get(~value, 0) + 1;
            blocks.release(~value);
        }
    }

    /** Empties a bucket for good: its people stand in others from now on. */
    void heat(int print) {
        int at = find(print);
        if (values[at] < 0 && values[at] != HOT) {
            blocks.release(~values[at]);
        }
        values[at] = HOT;
    }

    void count(HistogramCount count) {
        for (int value : values) {
            if (value == HOT) {
                count.hot();
            } else if (value != EMPTY) {
                count.bucket(value > 0 ? 1 : blocks.length(~value));
            }
        }
    }

    long bytes() {
        return (long) (prints.length + values.length) * Integer.BYTES + blocks.bytes();
    }

    /** The entry of a key, or the empty one where it would go. */
    private int find(int print) {
        int at = home(print);
        while (values[at] != EMPTY && prints[at] != print) {
            at = next(at);
        }
        return at;
    }

    private int home(int print) {
        return (int) ((print & 0xffff_ffffL) * prints.length >>> Integer.SIZE);
    }

    private int next(int at) {
        return at + 1 == prints.length ? 0 : at + 1;
    }

    private void insert(int at, int print, int value) {
        if (used + 1 > prints.length * FULL) {
            grow();
            insert(find(print), print, value);
        } else {
            prints[at] = print;
            values[at] = value;
            used++;
        }
    }

    private void grow() {
        int[] oldPrints = prints;
        int[] oldValues = values;
        int capacity = (int) (oldPrints.length * GROWTH) + 2;
        prints = new int[capacity];
        values = new int[capacity];
        for (int i = 0; i < oldPrints.length; i++) {
            if (oldValues[i] != EMPTY) {
                int at = find(oldPrints[i]);
                prints[at] = oldPrints[i];
                values[at] = oldValues[i];
            }
        }
    }

    /** Moves those behind closer to where they belong, so that no gap cuts them off. */
    private void delete(int gap) {
        int hole = gap;
        int at = next(hole);
        while (values[at] != EMPTY) {
            int home = home(prints[at]);
            boolean mayMove = hole <= at ? home <= hole || home > at : home <= hole && home > at;
            if (mayMove) {
                prints[hole] = prints[at];
                values[hole] = values[at];
                hole = at;
            }
            at = next(at);
        }
        values[hole] = EMPTY;
        used--;
    }
}
