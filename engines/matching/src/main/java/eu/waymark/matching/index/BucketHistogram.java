package eu.waymark.matching.index;

/**
 * How many buckets hold how many people: what shows whether keys are selective enough.
 *
 * @param buckets by size: index {@code i} counts buckets of 2^i to 2^(i+1) - 1 people
 * @param entries people counted once for each bucket they are in
 * @param largest people in the largest bucket
 * @param hot keys that gave way to longer forms
 */
public record BucketHistogram(long[] buckets, long entries, int largest, long hot) {

    public BucketHistogram {
        buckets = buckets.clone();
    }

    @Override
    public long[] buckets() {
        return buckets.clone();
    }

    /** One line for each size that occurs. */
    @Override
    public String toString() {
        var text = new StringBuilder("%,d entries, largest bucket %,d, %,d hot keys".formatted(entries, largest, hot));
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] > 0) {
                text.append("%n  %,d to %,d: %,d buckets".formatted(1L << i, (2L << i) - 1, buckets[i]));
            }
        }
        return text.toString();
    }
}
