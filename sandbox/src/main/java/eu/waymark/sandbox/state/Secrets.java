package eu.waymark.sandbox.state;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The secrets of one sandbox: made at random when first asked for, kept in {@code secrets.json}, the same ever after.
 * Safe for several threads.
 */
public final class Secrets {

    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, String> known;

    private Secrets(Path file, Map<String, String> known) {
        this.file = file;
        this.known = known;
    }

    public static Secrets open(StateDirectory state) throws IOException {
        Path file = state.secretsFile();
        Map<String, String> known = Files.exists(file)
                ? Json.mapper().readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {})
                : new TreeMap<>();
        return new Secrets(file, known);
    }

    /** A password in the alphabet of Base64 for URLs, so that it needs no quoting anywhere. */
    public String password(String name) {
        return get(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES)));
    }

    /** A key of 256 bits in standard Base64. */
    public String key(String name) {
        return get(name, () -> Base64.getEncoder().encodeToString(bytes(KEY_BYTES)));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String get(String name, Supplier<String> fresh) {
        lock.lock();
        try {
            String secret = known.get(name);
            if (secret == null) {
                secret = fresh.get();
                known.put(name, secret);
                PrivateFile.write(file, Json.mapper().writeValueAsString(known));
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
