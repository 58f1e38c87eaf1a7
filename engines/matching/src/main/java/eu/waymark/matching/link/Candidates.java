package eu.waymark.matching.link;

import java.util.Arrays;
import java.util.List;

/** Finds the pairs worth comparing: those that share a key which not too many records have. */
final class Candidates {

    /** Pairs that one key may make; a commoner key needs a further one beside it. */
    private static final int MOST_PAIRS = 10_000;

    /** In large files less, or the pairs would not fit into memory. */
    private static final int MOST_PAIRS_OF_MANY = 1_000;

    private static final int MANY = 50_000;

    /** Records whose keys are held at once; the keys of more are made in several passes. */
    private static final int AT_ONCE = 200_000;

    private static final int RECORD_BITS = 24;
    private static final long RECORD_MASK = (1L << RECORD_BITS) - 1;

    private final List<FieldComparison> fields;
    private final int lefts;
    private final int records;
    private final int most;
    private final LongList pairs = new LongList();

    /**
     * @param lefts records of the left file, which come first; all of them where there is one file
     * @param records all records
     */
    private Candidates(List<FieldComparison> fields, int lefts, int records) {
        this.fields = fields;
        this.lefts = lefts;
        this.records = records;
        this.most = records > MANY ? MOST_PAIRS_OF_MANY : MOST_PAIRS;
    }

    /** Pairs as {@code left << 32 | right}, ascending, each once. */
    static long[] find(List<FieldComparison> fields, int lefts, int records) {
        if (records > RECORD_MASK) {
            throw new IllegalArgumentException("More than 16 million records cannot be linked at once");
        }
        var candidates = new Candidates(fields, lefts, records);
        candidates.collect();
        return candidates.pairs.sortedDistinct();
    }

    private void collect() {
        int passes = (records + AT_ONCE - 1) / AT_ONCE;
        for (int pass = 0; pass < passes; pass++) {
            collect(pass, passes);
        }
    }

    /** Every pass takes its share of the keys of all records. */
    private void collect(int pass, int passes) {
        var keys = new LongList();
        var sink = new KeySink();
        for (int record = 0; record < records; record++) {
            fill(sink, record);
            for (long key : sink.joined()) {
                if (Long.remainderUnsigned(key >>> RECORD_BITS, passes) == pass) {
                    keys.add(key & ~RECORD_MASK | record);
                }
            }
        }
        var common = new LongList();
        groups(keys.sortedDistinct(), (sorted, from, to) -> common(sorted, from, to, common));
        groups(common.sortedDistinct(), (sorted, from, to) -> {});
    }

    private void fill(KeySink sink, int record) {
        sink.clear();
        for (FieldComparison field : fields) {
            field.keys(record, sink);
        }
    }

    /** What to do with records that share a key which too many have. */
    private interface Crowd {
        void take(long[] keys, int from, int to);
    }

    private void groups(long[] keys, Crowd crowd) {
        for (int from = 0; from < keys.length; ) {
            int to = from + 1;
            while (to < keys.length && (keys[to] ^ keys[from]) >>> RECORD_BITS == 0) {
                to++;
            }
            if (count(keys, from, to) > most) {
                crowd.take(keys, from, to);
            } else {
                pair(keys, from, to);
            }
            from = to;
        }
    }

    private void common(long[] keys, int from, int to, LongList longer) {
        var sink = new KeySink();
        for (int i = from; i < to; i++) {
            int record = (int) (keys[i] & RECORD_MASK);
            fill(sink, record);
            for (long weak : sink.weak()) {
                longer.add(KeySink.join(keys[i] & ~RECORD_MASK, weak) & ~RECORD_MASK | record);
            }
        }
    }

    private long count(long[] keys, int from, int to) {
        long size = to - from;
        if (lefts == records) {
            return size * (size - 1) / 2;
        }
        int middle = firstRight(keys, from, to);
        return (long) (middle - from) * (to - middle);
    }

    private int firstRight(long[] keys, int from, int to) {
        int at = Arrays.binarySearch(keys, from, to, keys[from] & ~RECORD_MASK | lefts);
        return at < 0 ? -at - 1 : at;
    }

    private void pair(long[] keys, int from, int to) {
        boolean one = lefts == records;
        int middle = one ? to : firstRight(keys, from, to);
        for (int i = from; i < middle; i++) {
            for (int j = one ? i + 1 : middle; j < to; j++) {
                pairs.add((keys[i] & RECORD_MASK) << 32 | keys[j] & RECORD_MASK);
            }
        }
    }
}
