package eu.waymark.platform.persistence.readiness;

import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Secrets that are missing, too short, or of the kind that people type. */
@Singleton
class SecretsCheck implements ProductionCheck {

    private static final int KEY_BYTES = 32;
    private static final int DISTINCT_BYTES = 12;

    private final Config config;

    SecretsCheck(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        return Map.of(
                        "waymark.secrets.row-key",
                        "openssl rand -base64 32",
                        "waymark.secrets.index-key",
                        "openssl rand -base64 32")
                .entrySet()
                .stream()
                .filter(secret -> !isRandom(
                        config.getOptionalValue(secret.getKey(), String.class).orElse("")))
                .map(secret -> "The secret " + secret.getKey() + " is missing or not random: make one with '"
                        + secret.getValue() + "'.");
    }

    static boolean isRandom(String secret) {
        try {
            var bytes = Base64.getDecoder().decode(secret);
            return bytes.length == KEY_BYTES && distinct(bytes) >= DISTINCT_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static long distinct(byte[] bytes) {
        return java.util.stream.IntStream.range(0, bytes.length)
                .map(i -> bytes[i])
                .distinct()
                .count();
    }
}
