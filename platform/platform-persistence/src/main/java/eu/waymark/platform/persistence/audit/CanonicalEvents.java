package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.erdtman.jcs.JsonCanonicalizer;

/** Turns an event into its canonical bytes (RFC 8785): exactly what becomes a leaf of the log. */
@Singleton
class CanonicalEvents {

    private final ObjectMapper json;

    CanonicalEvents(ObjectMapper json) {
        this.json = json;
    }

    /** @param last the place of the event before this one */
    byte[] bytes(String event, String source, int epoch, SourcePlace last) {
        try {
            var node = (ObjectNode) json.readTree(event);
            var src = node.putObject("src");
            src.put("id", source);
            src.put("epoch", Integer.toString(epoch));
            src.put("seq", Long.toString(last.seq() + 1));
            if (last.hash() != null) {
                src.put("prev", Base64.getEncoder().encodeToString(last.hash()));
            }
            return new JsonCanonicalizer(node.toString()).getEncodedUTF8();
        } catch (IOException corrupt) {
            throw new AuditStoreException(corrupt);
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
