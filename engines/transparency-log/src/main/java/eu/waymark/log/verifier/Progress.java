package eu.waymark.log.verifier;

import java.io.PrintWriter;

/** Tells how far a long check has come. */
final class Progress {

    private static final long STEP = 1 << 20;

    private final long size;
    private final PrintWriter err;
    private long next = STEP;

    Progress(long size, PrintWriter err) {
        this.size = size;
        this.err = err;
    }

    void reached(long leaves) {
        if (leaves >= next) {
            err.println("Checked " + leaves + " of " + size + " leaves.");
            err.flush();
            next = leaves / STEP * STEP + STEP;
        }
    }
}
