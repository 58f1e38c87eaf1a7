package eu.waymark.sandbox.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a tar archive without any program of the machine. */
public final class Tarball {

    private static final int EXECUTABLE = 0111;
    private static final Set<PosixFilePermission> EXECUTE = PosixFilePermissions.fromString("--x--x--x");

    private Tarball() {}

    /**
     * Unpacks into a folder; what is there already is replaced.
     *
     * @param strip how many leading folders of each name are left out
     */
    public static void unpack(InputStream content, Path folder, int strip) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(content)) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Path name = Path.of(entry.getName()).normalize();
                if (name.getNameCount() > strip) {
                    unpack(tar, entry, inside(folder, name.subpath(strip, name.getNameCount())));
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private static Path inside(Path folder, Path name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive wants to write outside its folder");
        }
        return target;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(target));
            permissions.addAll(EXECUTE);
            Files.setPosixFilePermissions(target, permissions);
        }
    }
}
