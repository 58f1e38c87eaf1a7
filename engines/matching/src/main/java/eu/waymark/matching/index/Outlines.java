package eu.waymark.matching.index;

import eu.waymark.matching.name.Outline;
import java.util.Arrays;

/** The outlines of words by their number, side by side. One writer; readers may use the number of any word of a row. */
final class Outlines {

    private volatile long[] halves = new long[32];

    void put(int number, Outline outline) {
        long[] all = halves;
        if (2 * number + 1 >= all.length) {
            all = Arrays.copyOf(all, all.length + all.length / 2);
        }
        all[2 * number] = outline.letters();
        all[2 * number + 1] = outline.sounds();
        halves = all;
    }

    /** In turn the two halves of each outline, by twice the number of the word. */
    long[] halves() {
        return halves;
    }
}
