package eu.waymark.platform.persistence.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.log.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/** A leaf of the fake log. */
public record FakeLeaf(String source, int epoch, long seq, byte[] body, byte @Nullable [] sealed, JsonNode event) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static FakeLeaf of(String source, int epoch, JsonNode item) {
        return new FakeLeaf(
                source,
                epoch,
                item.path("seq").asLong(),
                Base64.getDecoder().decode(item.path("body").asText()),
                item.has("sealed")
                        ? Base64.getDecoder().decode(item.path("sealed").asText())
                        : null);
    }

    public FakeLeaf(String source, int epoch, long seq, byte[] body, byte @Nullable [] sealed) {
        this(source, epoch, seq, body, sealed, parse(body));
    }

    /** A leaf of some source, of which only the bytes matter. */
    public static FakeLeaf some(String source, long seq) {
        var body = "{\"id\":\"%s-%d\",\"type\":\"some.event\"}".formatted(source, seq);
        return new FakeLeaf(source, 1, seq, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String type() {
        return event.path("type").asText();
    }

    public String prev() {
        return event.path("src").path("prev").asText("");
    }

    public Hash hash() {
        return Hash.ofLeaf(body);
    }

    boolean standsAt(FakeLeaf other) {
        return source.equals(other.source) && epoch == other.epoch && seq == other.seq;
    }

    /** Canonical, complete, and naming the place that it is sent for. */
    boolean isValid() {
        try {
            var src = event.path("src");
            return new String(new JsonCanonicalizer(body).getEncodedUTF8()).equals(new String(body))
                    && event.path("v").asText().equals("waymark-audit/1")
                    && event.hasNonNull("id")
                    && event.hasNonNull("recorded")
                    && event.path("outcome").asText().matches("0|4|8|12")
                    && src.path("id").asText().equals(source)
                    && src.path("epoch").asText().equals(Integer.toString(epoch))
                    && src.path("seq").asText().equals(Long.toString(seq));
        } catch (IOException e) {
            return false;
        }
    }
}
