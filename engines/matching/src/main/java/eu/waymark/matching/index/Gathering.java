package eu.waymark.matching.index;

import eu.waymark.matching.blocking.KeyType;
import eu.waymark.matching.blocking.KeyVisitor;
import java.util.Arrays;

/**
 * Counts for one question what each person shares with it. A shared key says the more the fewer people have it: each
 * adds log2(people / bucket).
 */
final class Gathering implements KeyVisitor {

    /**
     * How much of the buckets is read.
     *
     * @param longestBucket larger ones, at the end of their refinements, tell too little to be worth the reading
     * @param people keys come the most selective first, so what is left out says least
     */
    record Reach(int longestBucket, int people) {

        static final Reach USUAL = new Reach(1_000, 6_000);

        /** Who shares but one common word with a question is hardly ever the one meant. */
        static final Reach WIDER = new Reach(200, 1_500);
    }

    private static final int MOST_LOOKS = 2_000;

    /** Times the people wanted that are put in order by more than keys. */
    private static final int AS_MANY = 2;

    private static final int MOST_EVIDENCE = 255;
    private static final int FREE = 0;

    private final Buckets buckets;
    private final int people;
    private final Reach reach;
    private final IntList found = new IntList(256);
    private final IntList ends = new IntList(64);
    private final IntList bits = new IntList(64);
    private int looks;

    Gathering(Buckets buckets, int people, Reach reach) {
        this.buckets = buckets;
        this.people = people;
        this.reach = reach;
    }

    @Override
    public void announce(long[] keys, int size) {
        buckets.announce(keys, size);
    }

    /** Reads the bucket of a key; returns whether it is hot. */
    @Override
    public boolean visit(KeyType type, int length, long key) {
        if (found.size() >= reach.people() || looks++ >= MOST_LOOKS) {
            return false;
        }
        int before = found.size();
        int filled = buckets.read(key, reach.longestBucket(), found);
        if (found.size() > before) {
            ends.add(found.size());
            bits.add(Math.max(1, log2(people / filled)));
        }
        return filled == Buckets.HOT;
    }

    /** Says what slots have in common with a question besides keys, in the same unit. */
    @FunctionalInterface
    interface Closeness {

        /** For each of the first slots of an array. */
        int[] of(int[] slots, int size);
    }

    /** The slots that share most, most first; among equals the older first. */
    int[] best(int limit, Closeness closeness) {
        int[] slots = new int[found.size()];
        int[] evidence = new int[found.size()];
        int distinct = count(slots, evidence);
        int least = leastOf(evidence, distinct, AS_MANY * limit);
        int size = 0;
        for (int i = 0; i < distinct; i++) {
            if (evidence[i] >= least) {
                slots[size] = slots[i];
                evidence[size++] = evidence[i];
            }
        }
        int[] close = closeness.of(slots, size);
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) -(evidence[i] + close[i]) << Integer.SIZE | slots[i];
        }
        Arrays.sort(order);
        int[] best = new int[Math.min(limit, size)];
        for (int i = 0; i < best.length; i++) {
            best[i] = (int) order[i];
        }
        return best;
    }

    /** The evidence that so many have at least; looking up the rows of all would cost more than it tells. */
    private static int leastOf(int[] evidence, int size, int wanted) {
        int[] having = new int[MOST_EVIDENCE + 1];
        for (int i = 0; i < size; i++) {
            having[Math.min(evidence[i], MOST_EVIDENCE)]++;
        }
        int least = MOST_EVIDENCE;
        for (int sum = having[least]; least > 1 && sum < wanted; sum += having[least]) {
            least--;
        }
        return least;
    }

    /** Adds up the evidence of each slot; returns how many there are. */
    private int count(int[] slots, int[] evidence) {
        int[] places = new int[Integer.highestOneBit(Math.max(4, found.size())) << 2];
        int mask = places.length - 1;
        int distinct = 0;
        int at = 0;
        for (int bucket = 0; bucket < ends.size(); bucket++) {
            for (; at < ends.get(bucket); at++) {
                int slot = found.get(at);
                int place = (slot + 1) * 0x9E37_79B9 >>> 7 & mask;
                while (places[place] != FREE && slots[places[place] - 1] != slot) {
                    place = place + 1 & mask;
                }
                if (places[place] == FREE) {
                    slots[distinct++] = slot;
                    places[place] = distinct;
                }
                evidence[places[place] - 1] += bits.get(bucket);
            }
        }
        return distinct;
    }

    private static int log2(int value) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, value));
    }
}
