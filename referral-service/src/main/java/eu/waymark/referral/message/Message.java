package eu.waymark.referral.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.web.Personal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Something that was said, in its canonical form (RFC 8785) and with its SHA-256 hash: whoever has the bytes can tell that
 * they are what the hash in a receipt or an answer speaks of. 128 random bits are part of every message, so that a hash
 * which outlives its message can be tried on no guess.
 *
 * @param json the canonical bytes, as UTF-8 text
 */
public record Message(String json) implements Personal {

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param content strings, arrays and objects only: a number has several spellings */
    public static Message of(ObjectNode content) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        content.put("nonce", Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
        return new Message(canonical(content));
    }

    /** The canonical form of a JSON object. */
    public static String canonical(ObjectNode content) {
        try {
            return new JsonCanonicalizer(content.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A JSON object has a canonical form", impossible);
        }
    }

    /** Half a surrogate pair becomes a question mark: it has no UTF-8, and so no canonical form. */
    public static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** A hash as both sides read it: 64 hexadecimal digits. */
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
