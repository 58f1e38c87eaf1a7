package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import eu.waymark.log.Hash;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads of an event what orders it. An entry that does not say that it is an event of Waymark is left alone. */
final class EventReader {

    private static final String MARK = "\"v\":\"waymark-audit/";
    private static final String PLACE = "src";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /** An object that names a thing twice is read differently by different readers. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EventReader() {}

    /** @throws RefutedException for an entry that says that it is an event and is none */
    static Optional<Event> read(long leaf, byte[] entry) {
        if (!new String(entry, ISO_8859_1).contains(MARK)) {
            return Optional.empty();
        }
        try (var json = JSON.createParser(entry)) {
            return Optional.of(event(leaf, entry, strings(json)));
        } catch (IOException | IllegalArgumentException e) {
            throw RefutedException.leaf(leaf, "The entry is no well-formed event.");
        }
    }

    private static Event event(long leaf, byte[] entry, Map<String, String> strings) {
        var prev = strings.get("src.prev");
        return new Event(
                leaf,
                required(strings, "id"),
                required(strings, "type"),
                required(strings, "src.id"),
                number(required(strings, "src.epoch")),
                number(required(strings, "src.seq")),
                prev == null ? null : Hash.fromBase64(prev),
                Hash.of(sha256(entry)));
    }

    /** The strings of the object, and of its source with a prefix. */
    private static Map<String, String> strings(JsonParser json) throws IOException {
        var strings = new HashMap<String, String>();
        require(json.nextToken() == JsonToken.START_OBJECT);
        object(json, "", strings);
        require(json.nextToken() == null);
        return strings;
    }

    private static void object(JsonParser json, String prefix, Map<String, String> strings) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                strings.put(prefix + name, json.getText());
            } else if (value == JsonToken.START_OBJECT && prefix.isEmpty() && name.equals(PLACE)) {
                object(json, PLACE + ".", strings);
            } else {
                json.skipChildren();
            }
        }
    }

    private static String required(Map<String, String> strings, String name) {
        var value = strings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No event");
        }
        return value;
    }

    private static long number(String value) {
        require(NUMBER.matcher(value).matches());
        return Long.parseLong(value);
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("No event");
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
