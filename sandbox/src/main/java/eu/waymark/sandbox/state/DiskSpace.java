package eu.waymark.sandbox.state;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words that a disk is full, before a start or after it failed. */
public final class DiskSpace {

    /** Unpacked distributions, write-ahead log and 2,000 children take about 1.2 GB. */
    public static final long NEEDED = 2L * 1024 * 1024 * 1024;

    private DiskSpace() {}

    /** @throws SandboxProblem when fewer than {@code needed} bytes are free around {@code folder} */
    public static void require(Path folder, long needed) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new SandboxProblem("The disk is too full: Waymark needs %s free in %s and there are %s"
                    .formatted(gigabytes(needed), folder, gigabytes(free)));
        }
    }

    /** Whether some cause of a failure is a full disk, as far as the operating system's words tell. */
    public static boolean isFull(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && (message.contains("No space left") || message.contains("quota exceeded"))) {
                return true;
            }
        }
        return false;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
