package eu.waymark.sandbox.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the terminal's Ctrl-C from the child processes: it must reach the launcher only, which ends them in order, the
 * database last. Where {@code setsid} is missing (macOS) they all end at once, which is rude but loses nothing.
 */
public final class OwnSession {

    private static final List<String> PREFIX = find("setsid", System.getenv("PATH"));

    private OwnSession() {}

    static List<String> prefix() {
        return PREFIX;
    }

    /** The prefix for a process that must outlive the terminal. */
    public static List<String> lasting() {
        return PREFIX.isEmpty() ? find("nohup", System.getenv("PATH")) : PREFIX;
    }

    private static List<String> find(String program, @Nullable String path) {
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> List.of(found.toString()))
                .orElse(List.of());
    }
}
