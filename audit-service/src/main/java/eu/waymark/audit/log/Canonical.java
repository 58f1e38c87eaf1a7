package eu.waymark.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical form (RFC 8785) of JSON whose scalars are all strings: sorted members and the shortest escapes, nothing else.
 * Every event passes here, so it is written out instead of asking the canonicalizer that the producers use, which takes
 * three times as long; both agree (CanonicalTest).
 */
final class Canonical {

    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String ESCAPES = "btnfr\"\\";

    private final StringBuilder text = new StringBuilder(1_024);

    private Canonical() {}

    /** @throws CharacterCodingException for an unpaired surrogate, which has no UTF-8 */
    static ByteBuffer bytes(JsonNode node) throws CharacterCodingException {
        var canonical = new Canonical();
        canonical.write(node);
        return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(canonical.text));
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            // The order of String is that of UTF-16 code units, as the RFC asks.
            var members = new TreeMap<String, JsonNode>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            text.append('{');
            members.entrySet().forEach(this::write);
            close('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> {
                write(element);
                text.append(',');
            });
            close(']');
        } else {
            write(node.textValue());
        }
    }

    private void write(Map.Entry<String, JsonNode> member) {
        write(member.getKey());
        text.append(':');
        write(member.getValue());
        text.append(',');
    }

    private void close(char bracket) {
        var last = text.length() - 1;
        if (text.charAt(last) == ',') {
            text.setCharAt(last, bracket);
        } else {
            text.append(bracket);
        }
    }

    private void write(String value) {
        text.append('"');
        var from = 0;
        for (var at = 0; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, from, at);
                escape(c);
                from = at + 1;
            }
        }
        text.append(value, from, value.length()).append('"');
    }

    private void escape(char c) {
        var known = ESCAPED.indexOf(c);
        if (known >= 0) {
            text.append('\\').append(ESCAPES.charAt(known));
        } else {
            text.append("\\u%04x".formatted((int) c));
        }
    }
}
