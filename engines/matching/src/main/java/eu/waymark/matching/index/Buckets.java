package eu.waymark.matching.index;

import java.util.concurrent.locks.StampedLock;

/** Buckets of people by key, in many small tables that each have a lock: readers hardly ever wait for the writer. */
final class Buckets {

    /** What {@link #add} and {@link #read} say of a hot key. */
    static final int HOT = -1;

    private static final int PARTS = 1 << 10;

    private final BucketTable[] tables = new BucketTable[PARTS];
    private final StampedLock[] locks = new StampedLock[PARTS];

    /** Of no meaning; without it the compiler would leave out reads that nobody makes use of. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    Buckets() {
        for (int i = 0; i < PARTS; i++) {
            tables[i] = new BucketTable();
            locks[i] = new StampedLock();
        }
    }

    /**
     * Adds a person.
     *
     * @return how many are in the bucket now, or {@link #HOT} where longer forms are to be used
     */
    int add(long key, int slot) {
        int part = part(key);
        long stamp = locks[part].writeLock();
        try {
            return tables[part].isHot(print(key)) ? HOT : tables[part].add(print(key), slot);
        } finally {
            locks[part].unlockWrite(stamp);
        }
    }

    /**
     * Removes a person.
     *
     * @return whether the key is hot, so that the person stands under longer forms
     */
    boolean remove(long key, int slot) {
        int part = part(key);
        long stamp = locks[part].writeLock();
        try {
            tables[part].remove(print(key), slot);
            return tables[part].isHot(print(key));
        } finally {
            locks[part].unlockWrite(stamp);
        }
    }

    /** Empties a bucket for good, when all of its people have been added under longer forms. */
    void heat(long key) {
        int part = part(key);
        long stamp = locks[part].writeLock();
        try {
            tables[part].heat(print(key));
        } finally {
            locks[part].unlockWrite(stamp);
        }
    }

    /**
     * Appends the people of a bucket.
     *
     * @param longest a bucket that holds more is left out
     * @return how many it holds, or {@link #HOT}
     */
    int read(long key, int longest, IntList target) {
        int part = part(key);
        long stamp = locks[part].tryOptimisticRead();
        int length = stamp == 0 ? BucketTable.TORN : tables[part].glance(print(key), longest, target);
        if (length == BucketTable.TORN || !locks[part].validate(stamp)) {
            length = readLocked(part, print(key), longest, target);
        }
        target.added(length > longest ? 0 : Math.max(0, length));
        return length;
    }

    /**
     * Reads where these keys belong, all before any is made use of: reads that wait for far memory then wait together.
     */
    void announce(long[] keys, int size) {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += tables[part(keys[i])].touch(print(keys[i]));
        }
        touched = sum;
    }

    private int readLocked(int part, int print, int longest, IntList target) {
        long stamp = locks[part].readLock();
        try {
            return tables[part].glance(print, longest, target);
        } finally {
            locks[part].unlockRead(stamp);
        }
    }

    BucketHistogram histogram() {
        var count = new HistogramCount();
        for (int i = 0; i < PARTS; i++) {
            long stamp = locks[i].readLock();
            try {
                tables[i].count(count);
            } finally {
                locks[i].unlockRead(stamp);
            }
        }
        return count.done();
    }

    private static int part(long key) {
        return (int) key & PARTS - 1;
    }

    private static int print(long key) {
        return (int) (key >>> Integer.SIZE);
    }
}
