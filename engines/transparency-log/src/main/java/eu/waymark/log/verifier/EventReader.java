package eu.waymark.log.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads of an event what orders it. An entry that does not say that it is an event of Waymark is left alone. */
final class EventReader {

    private static final String MARK = "\"v\":\"waymark-audit/";
    private static final int MOST_DIGITS = 18;
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private @Nullable String id;
    private @Nullable String type;
    private @Nullable String source;
    private @Nullable String epoch;
    private @Nullable String seq;
    private @Nullable String prev;

    private EventReader(JsonParser json) {
        this.json = json;
    }

    /** @throws RefutedException for an entry that says that it is an event and is none */
    static Optional<Event> read(long leaf, byte[] entry) {
        if (!new String(entry, ISO_8859_1).contains(MARK)) {
            return Optional.empty();
        }
        try (var json = JSON.createParser(entry)) {
            return Optional.of(new EventReader(json).event(leaf, entry));
        } catch (IOException | IllegalArgumentException e) {
            throw RefutedException.leaf(leaf, "The entry is no well-formed event.");
        }
    }

    private Event event(long leaf, byte[] entry) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT);
        members(this::member);
        require(json.nextToken() == null);
        return new Event(
                leaf,
                required(id),
                required(type),
                required(source),
                number(required(epoch)),
                number(required(seq)),
                prev,
                Base64.getEncoder().encodeToString(Digests.sha256(entry)));
    }

    /** Takes the value at which the parser stands. */
    private interface Member {
        void take(String name) throws IOException;
    }

    /** An object that names a thing twice is read differently by different readers: in an event names ascend (RFC 8785). */
    private void members(Member member) throws IOException {
        @Nullable String before = null;
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            require(before == null || before.compareTo(name) < 0);
            before = name;
            json.nextToken();
            member.take(name);
        }
        require(json.currentToken() == JsonToken.END_OBJECT);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "id" -> id = text();
            case "type" -> type = text();
            case "src" -> {
                require(json.currentToken() == JsonToken.START_OBJECT);
                members(this::place);
            }
            default -> skip();
        }
    }

    private void place(String name) throws IOException {
        switch (name) {
            case "id" -> source = text();
            case "epoch" -> epoch = text();
            case "seq" -> seq = text();
            case "prev" -> prev = text();
            default -> skip();
        }
    }

    private void skip() throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            members(_ -> skip());
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                skip();
            }
        }
    }

    private String text() throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("No event");
        }
        return value;
    }

    private static long number(String value) {
        require(!value.isEmpty() && value.length() <= MOST_DIGITS && value.charAt(0) != '0');
        require(value.chars().allMatch(digit -> digit >= '0' && digit <= '9'));
        return Long.parseLong(value);
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("No event");
        }
    }
}
