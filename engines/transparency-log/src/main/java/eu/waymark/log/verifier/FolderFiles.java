package eu.waymark.log.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log, or a copy of one, in a folder. */
record FolderFiles(Path folder) implements LogFiles {

    @Override
    public Optional<byte[]> read(String path, int limit) {
        return file(folder.resolve(path), limit);
    }

    /** Reads any file; see {@link LogFiles#read}. */
    static Optional<byte[]> file(Path file, int limit) {
        try (var stream = Files.newInputStream(file)) {
            return Optional.of(stream.readNBytes(limit + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UndecidedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
