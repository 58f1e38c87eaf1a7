package eu.waymark.sandbox;

import eu.waymark.sandbox.load.LoadProgress;
import java.io.Console;
import java.io.PrintWriter;

/** One line that fills up on a terminal; a line for every tenth where there is none, as in a build's log. */
final class ProgressBar implements LoadProgress {

    /** Set for a launcher in the background whose output is shown on a terminal all the same. */
    static final String TERMINAL = "waymark.terminal";

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private int lastTenth;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ProgressBar on(PrintWriter out) {
        return new ProgressBar(out, isTerminal());
    }

    static boolean isTerminal() {
        Console console = System.console();
        return Boolean.getBoolean(TERMINAL) || (console != null && console.isTerminal());
    }

    @Override
    public synchronized void at(int done, int total) {
        if (terminal) {
            int full = (int) ((long) WIDTH * done / total);
            String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
            out.printf("\r          [%s] %,d of %,d children%s", bar, done, total, done == total ? "\n" : "");
        } else if (10L * done / total > lastTenth) {
            lastTenth = (int) (10L * done / total);
            out.printf("          %,d of %,d children%n", done, total);
        }
        out.flush();
    }
}
