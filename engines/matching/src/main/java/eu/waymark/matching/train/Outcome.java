package eu.waymark.matching.train;

import java.util.Arrays;

/** How one pair compares: for each slot a level and how common the value is. Reused from pair to pair. */
public final class Outcome {

    /** Level of a slot of which either side says nothing: no evidence. */
    public static final byte MISSING = -1;

    /** For values whose frequency says nothing more than the level does. */
    public static final int NO_TERM = -1;

    final byte[] level;
    final int[] others;

    public Outcome(int slots) {
        level = new byte[slots];
        others = new int[slots];
        clear();
    }

    /** Forgets everything: all missing. */
    public void clear() {
        Arrays.fill(level, MISSING);
        Arrays.fill(others, NO_TERM);
    }

    /** Sets a level whose u is the same for all values. */
    public void set(int slot, int level) {
        set(slot, level, NO_TERM);
    }

    /**
     * Sets a level with the frequency of the value.
     *
     * @param others how many records beside these two have the value
     */
    public void set(int slot, int level, int others) {
        this.level[slot] = (byte) level;
        this.others[slot] = others;
    }

    /** The level of a slot, or {@link #MISSING}. */
    public int level(int slot) {
        return level[slot];
    }
}
