package eu.waymark.platform.persistence.readiness;

import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
        return names().filter(name ->
                        !isRandom(config.getOptionalValue(name, String.class).orElse("")))
                .map(name ->
                        "The secret " + name + " is missing or not random: make one with 'openssl rand -base64 32'.");
    }

    /** Those that every service needs, and whichever more are set. */
    private Stream<String> names() {
        var set = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("waymark.secrets."));
        return Stream.concat(Stream.of("waymark.secrets.row-key", "waymark.secrets.index-key"), set)
                .distinct();
    }

    /** A secret may be several: the one in use, and behind a comma those it replaced. */
    static boolean isRandom(String secrets) {
        return Arrays.stream(secrets.split(",", -1)).allMatch(SecretsCheck::isOneRandom);
    }

    private static boolean isOneRandom(String secret) {
        try {
            var bytes = Base64.getDecoder().decode(secret);
            return bytes.length == KEY_BYTES && distinct(bytes) >= DISTINCT_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static long distinct(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
    }
}
