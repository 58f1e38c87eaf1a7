package eu.waymark.sandbox;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Copies what a growing file has gained since the last look. */
final class LogTail {

    private final Path log;
    private final PrintWriter out;
    private long seen;

    LogTail(Path log, PrintWriter out) {
        this.log = log;
        this.out = out;
    }

    /** Always true, so that it can stand before a condition. */
    boolean copy() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] more = new byte[(int) (file.length() - seen)];
            file.seek(seen);
            file.readFully(more);
            // Whole lines only: a character may be cut in two at the end.
            int end = more.length;
            while (end > 0 && more[end - 1] != '\n' && more[end - 1] != '\r') {
                end--;
            }
            out.print(new String(more, 0, end, StandardCharsets.UTF_8));
            out.flush();
            seen += end;
            return true;
        } catch (IOException e) {
            throw new SandboxProblem("Cannot read " + log, e);
        }
    }
}
