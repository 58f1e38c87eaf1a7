package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads of an event what orders it. An entry that does not say that it is an event of Waymark is left alone. */
final class EventReader {

    private static final String MARK = "\"v\":\"waymark-audit/";
    private static final String PLACE = "src";
    private static final Set<String> OWN = Set.of("id", "type");
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

    /** The strings directly in the object, and directly in its source, as far as they matter here. */
    private record Strings(Map<String, String> own, Map<String, String> place) {}

    private static Event event(long leaf, byte[] entry, Strings strings) {
        return new Event(
                leaf,
                required(strings.own(), "id"),
                required(strings.own(), "type"),
                required(strings.place(), "id"),
                number(required(strings.place(), "epoch")),
                number(required(strings.place(), "seq")),
                strings.place().get("prev"),
                Base64.getEncoder().encodeToString(sha256(entry)));
    }

    private static Strings strings(JsonParser json) throws IOException {
        var strings = new Strings(new HashMap<>(), new HashMap<>());
        require(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (value == JsonToken.VALUE_STRING && OWN.contains(name)) {
                strings.own().put(name, json.getText());
            } else if (value == JsonToken.START_OBJECT && name.equals(PLACE)) {
                place(json, strings.place());
            } else {
                json.skipChildren();
            }
        }
        require(json.nextToken() == null);
        return strings;
    }

    private static void place(JsonParser json, Map<String, String> strings) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                strings.put(name, json.getText());
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
