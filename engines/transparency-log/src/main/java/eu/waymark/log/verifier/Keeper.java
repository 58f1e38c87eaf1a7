package eu.waymark.log.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Keeps a copy of what was verified, to hold the log to it later. */
@FunctionalInterface
interface Keeper {

    Keeper NOTHING = (path, content) -> {};

    /** @throws RefutedException if another content was kept under this path, which the log has then changed */
    void keep(String path, byte[] content);

    /** Keeps files that never change, laid out as the log lays them out. */
    static Keeper in(Path folder) {
        return (path, content) -> {
            var file = folder.resolve(path);
            var kept = FolderFiles.file(file, content.length);
            if (kept.isEmpty()) {
                write(file, content);
            } else if (!Arrays.equals(kept.get(), content)) {
                throw new RefutedException(
                        path.replace("tile/", "tile "), "It is not what was kept in " + folder + ".");
            }
        };
    }

    /** Writes a file as a whole or not at all. */
    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UndecidedException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
