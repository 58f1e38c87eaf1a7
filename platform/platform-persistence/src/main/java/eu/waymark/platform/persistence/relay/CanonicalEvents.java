package eu.waymark.platform.persistence.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/** Turns an event into its canonical bytes (RFC 8785): exactly what becomes a leaf of the log. */
@Singleton
class CanonicalEvents {

    private final ObjectMapper json;

    CanonicalEvents(ObjectMapper json) {
        this.json = json;
    }

    /** The event as JSON; empty if it is no JSON object. */
    Optional<ObjectNode> read(String event) {
        try {
            return Optional.of(json.readTree(event)).filter(JsonNode::isObject).map(ObjectNode.class::cast);
        } catch (IOException corrupt) {
            return Optional.empty();
        }
    }

    /** @param last the place of the event before this one */
    byte[] bytes(ObjectNode event, String source, SourcePlace last) {
        var src = event.putObject("src");
        src.put("id", source);
        src.put("epoch", Integer.toString(last.epoch()));
        src.put("seq", Long.toString(last.seq() + 1));
        if (last.hash() != null) {
            src.put("prev", Base64.getEncoder().encodeToString(last.hash()));
        }
        try {
            return new JsonCanonicalizer(event.toString()).getEncodedUTF8();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A JSON object has a canonical form", impossible);
        }
    }

    /** The place before an event's own, as its bytes name it. */
    SourcePlace before(byte[] body, SourcePlace newest, long seq) {
        try {
            var prev = json.readTree(body).path("src").path("prev");
            var hash = prev.isTextual() ? Base64.getDecoder().decode(prev.textValue()) : null;
            return new SourcePlace(newest.epoch(), seq - 1, hash, newest.announcement());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Canonical bytes are JSON", impossible);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
