package eu.waymark.matching.clk;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;

/** How many comparisons a table does in a second of one processor: one shelf of a million, nothing left out. */
public final class ScanRate {

    private static final int ROWS = 1_000_000;
    private static final int WARM_UP = 20;
    private static final int SCANS = 40;
    private static final double THRESHOLD = .82;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ScanRate() {}

    /** Millions of comparisons a second, the median of some scans; takes a second or two. */
    public static double millionsOfDice(boolean folded) {
        var random = new SplittableRandom(1);
        var builder = new ClkTable.Builder(folded ? Clk.BITS / 2 : Clk.BITS);
        for (int row = 0; row < ROWS; row++) {
            builder.add(row, random(random, folded));
        }
        ClkTable table = builder.build();
        long[] nanos = new long[SCANS];
        for (int scan = -WARM_UP; scan < SCANS; scan++) {
            Clk question = random(random, folded);
            var hits = new Hits(1);
            long start = THREADS.getCurrentThreadCpuTime();
            table.scan(question, THRESHOLD, hits::offer);
            if (scan >= 0) {
                nanos[scan] = THREADS.getCurrentThreadCpuTime() - start;
            }
        }
        Arrays.sort(nanos);
        return ROWS / (nanos[SCANS / 2] / 1e3);
    }

    /** Three bits in eight are set, as in real encodings. */
    private static Clk random(SplittableRandom random, boolean folded) {
        long[] words = new long[Clk.BITS / Long.SIZE / (folded ? 2 : 1)];
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextLong() & (random.nextLong() | random.nextLong());
        }
        return Clk.ofWords(words);
    }
}
