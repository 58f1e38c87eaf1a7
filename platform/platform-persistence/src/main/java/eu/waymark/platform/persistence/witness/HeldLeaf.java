package eu.waymark.platform.persistence.witness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the log that is kept outside it, with all that is needed to put it back.
 *
 * @param sealed encrypted details that travel beside it
 */
record HeldLeaf(long leafIndex, String source, int epoch, long seq, byte[] body, byte @Nullable [] sealed) {

    /** The source whose own leaves the others keep: it could not rebuild them itself. */
    static final String LOG_SOURCE = "audit-service";

    /** @throws IllegalArgumentException for anything but a leaf of the log's own source */
    static HeldLeaf copyOf(JsonNode copy) {
        var leaf = new HeldLeaf(
                copy.path("leafIndex").asLong(-1),
                LOG_SOURCE,
                copy.path("epoch").asInt(),
                copy.path("seq").asLong(),
                Base64.getDecoder().decode(copy.path("body").asText()),
                copy.path("sealed").isTextual()
                        ? Base64.getDecoder().decode(copy.path("sealed").asText())
                        : null);
        if (leaf.leafIndex < 0 || leaf.epoch < 1 || leaf.seq < 1 || leaf.body.length == 0) {
            throw new IllegalArgumentException("A copy of a leaf lacks its place or its body");
        }
        return leaf;
    }

    int size() {
        return body.length + (sealed == null ? 0 : sealed.length);
    }

    void describe(ObjectNode item) {
        item.put("leafIndex", leafIndex)
                .put("source", source)
                .put("epoch", epoch)
                .put("seq", seq)
                .put("body", Base64.getEncoder().encodeToString(body));
        if (sealed != null) {
            item.put("sealed", Base64.getEncoder().encodeToString(sealed));
        }
    }
}
