package eu.waymark.matching.train;

import java.util.Arrays;

/** The outcomes of many pairs, packed. */
public final class Outcomes {

    private final int slots;
    private byte[] levels;
    private short[] others;
    private int size;

    public Outcomes(int slots, int expected) {
        this.slots = slots;
        this.levels = new byte[Math.max(1, expected) * slots];
        this.others = new short[Math.max(1, expected) * slots];
    }

    /** Adds a copy. */
    public void add(Outcome outcome) {
        if ((size + 1) * slots > levels.length) {
            levels = Arrays.copyOf(levels, levels.length * 2);
            others = Arrays.copyOf(others, others.length * 2);
        }
        System.arraycopy(outcome.level, 0, levels, size * slots, slots);
        for (int slot = 0; slot < slots; slot++) {
            others[size * slots + slot] = (short) Math.min(Short.MAX_VALUE, outcome.others[slot]);
        }
        size++;
    }

    /** Pairs. */
    public int size() {
        return size;
    }

    /** What each pair compares. */
    public int slots() {
        return slots;
    }

    int level(int pair, int slot) {
        return levels[pair * slots + slot];
    }

    int others(int pair, int slot) {
        return others[pair * slots + slot];
    }
}
