package eu.waymark.platform.web.http;

import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key} with a hash of the request it came with.
 *
 * @param key at most 64 letters, digits, hyphens or underscores
 * @param requestHash SHA-256 of method, path and body
 */
public record IdempotencyKey(String key, byte[] requestHash) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public static boolean isWellFormed(String key) {
        return SHAPE.matcher(key).matches();
    }
}
