package eu.waymark.matching.index;

/** Adds up a {@link BucketHistogram}. */
final class HistogramCount {

    private final long[] buckets = new long[Integer.SIZE];
    private long entries;
    private int largest;
    private long hot;

    void bucket(int size) {
        if (size > 0) {
            buckets[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size)]++;
            entries += size;
            largest = Math.max(largest, size);
        }
    }

    void hot() {
        hot++;
    }

    BucketHistogram done() {
        return new BucketHistogram(buckets, entries, largest, hot);
    }
}
