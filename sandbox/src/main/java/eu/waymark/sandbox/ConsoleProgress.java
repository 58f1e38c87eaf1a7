package eu.waymark.sandbox;

import eu.waymark.sandbox.setup.Progress;
import java.io.PrintWriter;

/** One line for each step, with the seconds since the start. */
final class ConsoleProgress implements Progress {

    private final PrintWriter out;
    private final long began = System.nanoTime();

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void step(String text) {
        out.printf("%6.1f s  %s%n", seconds(), text);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }
}
