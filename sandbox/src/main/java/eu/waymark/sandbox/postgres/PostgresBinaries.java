package eu.waymark.sandbox.postgres;

import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Tarball;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, from the jars of {@code io.zonky.test.postgres} for this kind of machine. Its launcher is
 * not used: it turns fsync off, trusts every local connection and stops the server in a shutdown hook of its own.
 */
final class PostgresBinaries {

    private static final String COMPLETE = ".complete";

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs once; whoever comes meanwhile waits, from another process too. */
    static PostgresBinaries unpack(Path folder) throws IOException {
        Path complete = folder.resolve(COMPLETE);
        if (Files.notExists(complete)) {
            Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
            Files.createDirectories(lock.resolveSibling("."));
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                unpackOnce(folder, complete);
            }
        }
        return new PostgresBinaries(folder);
    }

    private static void unpackOnce(Path folder, Path complete) throws IOException {
        String resource = resource();
        if (Files.notExists(complete)) {
            try (InputStream archive = PostgresBinaries.class.getResourceAsStream(resource)) {
                if (archive == null) {
                    throw new SandboxProblem("There is no embedded PostgreSQL for this kind of machine (" + resource
                            + "): Waymark's sandbox runs on Linux and macOS, on x86-64 and ARM");
                }
                Tarball.unpack(new XZInputStream(archive), folder, 0);
            }
            Files.createFile(complete);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String resource() {
        String system =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
                        ? "darwin"
                        : System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String libc = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return "/postgres-%s-%s%s.txz"
                .formatted(
                        system,
                        switch (machine) {
                            case "amd64" -> "x86_64";
                            case "aarch64" -> "arm_64";
                            default -> machine;
                        },
                        libc);
    }
}
