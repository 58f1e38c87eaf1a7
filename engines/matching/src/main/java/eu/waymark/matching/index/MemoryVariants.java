package eu.waymark.matching.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Variants in the same tables as people; safe for readers beside one writer. */
final class MemoryVariants implements VariantStore {

    private static final int MOST = 100;
    private static final long[] NONE = {};

    private final Buckets buckets = new Buckets();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private volatile long[] skeletons = new long[16];

    @Override
    public void add(long variant, long skeleton) {
        int number = numbers.computeIfAbsent(skeleton, this::appended);
        var known = new IntList(4);
        buckets.read(variant, MOST, known);
        if (!known.contains(number)) {
            buckets.add(variant, number);
        }
    }

    @Override
    public long[] find(long variant) {
        var found = new IntList(0);
        if (buckets.read(variant, MOST, found) <= 0) {
            return NONE;
        }
        long[] all = skeletons;
        long[] named = new long[found.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = all[found.get(i)];
        }
        return named;
    }

    @Override
    public void announce(long[] variants) {
        buckets.announce(variants, variants.length);
    }

    private int appended(long skeleton) {
        int number = numbers.size();
        long[] all = skeletons;
        if (number == all.length) {
            all = Arrays.copyOf(all, number + number / 2);
        }
        all[number] = skeleton;
        skeletons = all;
        return number;
    }
}
