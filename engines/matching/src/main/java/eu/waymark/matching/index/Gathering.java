package eu.waymark.matching.index;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Counts for one question what each person shares with it. A shared key says the more the fewer people have it: each
 * adds log2(people / bucket).
 */
final class Gathering {

    /** Buckets at the end of their refinements may be larger: they tell too little to be worth the reading. */
    private static final int LONGEST_BUCKET = 1_000;

    /** Keys come the most selective first, so what is left out says least. */
    private static final int MOST_READ = 6_000;

    private static final int MOST_LOOKS = 2_000;

    /** Times the people wanted that are put in order by more than keys. */
    private static final int AS_MANY = 4;

    private static final int MOST_EVIDENCE = 255;
    private static final int FREE = 0;

    private final Buckets buckets;
    private final int people;
    private final IntList found = new IntList(256);
    private final IntList ends = new IntList(64);
    private final IntList bits = new IntList(64);
    private int looks;

    Gathering(Buckets buckets, int people) {
        this.buckets = buckets;
        this.people = people;
    }

    /** Reads the bucket of a key; returns whether it is hot. */
    boolean read(long key) {
        if (found.size() >= MOST_READ || looks++ >= MOST_LOOKS) {
            return false;
        }
        int before = found.size();
        int length = buckets.read(key, LONGEST_BUCKET, found);
        if (found.size() > before) {
            ends.add(found.size());
            bits.add(Math.max(1, log2(people / length)));
        }
        return length == Buckets.HOT;
    }

    /**
     * The slots that share most, most first; among equals the older first.
     *
     * @param closeness what a slot has in common besides keys, in the same unit
     */
    int[] best(int limit, IntUnaryOperator closeness) {
        int capacity = Integer.highestOneBit(Math.max(4, found.size())) << 2;
        int[] slots = new int[capacity];
        int[] evidence = new int[capacity];
        count(slots, evidence, capacity - 1);
        int least = leastOf(evidence, AS_MANY * limit);
        long[] order = new long[capacity];
        int size = 0;
        for (int i = 0; i < capacity; i++) {
            if (slots[i] != FREE && evidence[i] >= least) {
                int slot = slots[i] - 1;
                order[size++] = (long) -(evidence[i] + closeness.applyAsInt(slot)) << Integer.SIZE | slot;
            }
        }
        Arrays.sort(order, 0, size);
        int[] best = new int[Math.min(limit, size)];
        for (int i = 0; i < best.length; i++) {
            best[i] = (int) order[i];
        }
        return best;
    }

    /** The evidence that so many have at least; looking up the rows of all would cost more than it tells. */
    private static int leastOf(int[] evidence, int wanted) {
        int[] having = new int[MOST_EVIDENCE + 1];
        for (int one : evidence) {
            having[Math.min(one, MOST_EVIDENCE)]++;
        }
        int least = MOST_EVIDENCE;
        for (int sum = having[least]; least > 1 && sum < wanted; sum += having[least]) {
            least--;
        }
        return least;
    }

    private void count(int[] slots, int[] evidence, int mask) {
        int at = 0;
        for (int bucket = 0; bucket < ends.size(); bucket++) {
            for (; at < ends.get(bucket); at++) {
                int slot = found.get(at) + 1;
                int place = slot * 0x9E37_79B9 >>> 7 & mask;
                while (slots[place] != FREE && slots[place] != slot) {
                    place = place + 1 & mask;
                }
                slots[place] = slot;
                evidence[place] += bits.get(bucket);
            }
        }
    }

    private static int log2(int value) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, value));
    }
}
