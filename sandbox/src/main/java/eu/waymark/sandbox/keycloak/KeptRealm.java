package eu.waymark.sandbox.keycloak;

import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Knows from which realm file Keycloak's database was made. */
final class KeptRealm {

    private final Path folder;

    KeptRealm(Path folder) {
        this.folder = folder;
    }

    boolean holds(String realm) throws IOException {
        return Files.exists(marker()) && Files.readString(marker()).equals(fingerprint(realm));
    }

    void remember(String realm) throws IOException {
        Files.writeString(marker(), fingerprint(realm));
    }

    void forget() throws IOException {
        StateDirectory.delete(folder);
        Files.createDirectories(folder);
    }

    private Path marker() {
        return folder.resolve("realm.sha256");
    }

    private static String fingerprint(String realm) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(realm.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
