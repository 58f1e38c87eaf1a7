package eu.waymark.sandbox.state;

import eu.waymark.sandbox.setup.Programs;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a sandbox keeps between two starts.
 *
 * @param root {@code .waymark} unless the user says otherwise
 */
public record StateDirectory(Path root) {

    public StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The unpacked distributions, unless they lie elsewhere; they outlive {@code --fresh}. */
    public Programs programs() {
        return Programs.in(root);
    }

    public Path keycloakData() {
        return root.resolve("keycloak-data");
    }

    public Path secretsFile() {
        return root.resolve("secrets.json");
    }

    /** The address book for people and scripts. */
    public Path sandboxFile() {
        return root.resolve("sandbox.json");
    }

    public Path pidsFile() {
        return root.resolve("pids.json");
    }

    public Path loadedFile() {
        return root.resolve("loaded.json");
    }

    /** Makes the directory, for its owner only where the file system can say so, and puts the last run's logs aside. */
    public void create() throws IOException {
        PrivateFile.createDirectories(root);
        Path previous = root.resolve("logs-previous");
        if (Files.exists(logs())) {
            delete(previous);
            Files.move(logs(), previous);
        }
        Files.createDirectories(logs());
    }

    /** Forgets everything but the two unpacked distributions, which are the same every time. */
    public void wipe() throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        List<Path> kept = List.of(programs().keycloak(), programs().postgres());
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.filter(path -> !kept.contains(path)).toList()) {
                delete(entry);
            }
        }
    }

    /** Deletes a file or a folder with all it holds; absent is fine. */
    public static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
