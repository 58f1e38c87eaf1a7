package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * The details of an event before they are sealed: UTF-8 JSON with sorted keys, in which every scalar is a string. It
 * fits the outbox, cut where it must be and marked there, and is filled up with spaces so that its length tells little.
 */
final class EventDetails {

    /** Stands where something was cut off. */
    static final String CUT = "[cut]";

    /** Lengths are multiples of this. */
    static final int SIZE_CLASS = 256;

    /** The largest multiple that, sealed, fits the outbox's 32 KiB. */
    static final int MOST_BYTES = 127 * SIZE_CLASS;

    private static final int LONGEST_TEXT = 8_192;
    private static final int SHORTEST_TEXT = 16;
    private static final int LETTERS_PER_ITEM = 16;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EventDetails() {}

    /**
     * @param asked what the work wants sealed; cut where it is too long
     * @param core whom and what the event is about; never cut, so it must fit
     */
    static byte[] bytes(ObjectNode asked, ObjectNode core) {
        var most = Integer.MAX_VALUE;
        var bytes = bytes(asked, core, most);
        for (most = LONGEST_TEXT; bytes.length > MOST_BYTES && most >= SHORTEST_TEXT; most /= 2) {
            bytes = bytes(asked, core, most);
        }
        if (bytes.length > MOST_BYTES) {
            bytes = bytes(JSON.objectNode().put("details", CUT), core, most);
        }
        return padded(bytes);
    }

    private static byte[] bytes(ObjectNode asked, ObjectNode core, int most) {
        var all = (ObjectNode) plain(asked, most);
        all.setAll((ObjectNode) plain(core, Integer.MAX_VALUE));
        return plain(all, Integer.MAX_VALUE).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same with strings only, keys sorted, nulls left out, texts and lists no longer than allowed. */
    private static JsonNode plain(JsonNode node, int most) {
        return switch (node) {
            case ObjectNode object -> object(object, most);
            case ArrayNode array -> array(array, most);
            default -> JSON.textNode(text(node.asText(), most));
        };
    }

    private static ObjectNode object(ObjectNode node, int most) {
        var sorted = new TreeMap<String, JsonNode>();
        for (var field : node.properties()) {
            if (sorted.size() >= items(most)) {
                sorted.put(CUT, JSON.textNode(CUT));
                break;
            }
            if (!field.getValue().isNull()) {
                sorted.put(text(field.getKey(), most), plain(field.getValue(), most));
            }
        }
        return JSON.objectNode().setAll(sorted);
    }

    private static ArrayNode array(ArrayNode node, int most) {
        var items = JSON.arrayNode();
        for (var item : node) {
            if (items.size() >= items(most)) {
                items.add(CUT);
                break;
            }
            if (!item.isNull()) {
                items.add(plain(item, most));
            }
        }
        return items;
    }

    private static int items(int most) {
        return most / LETTERS_PER_ITEM;
    }

    /** Half a surrogate pair, from the caller or from the cut, becomes a question mark. */
    private static String text(String text, int most) {
        var kept = text.length() <= most ? text : text.substring(0, most) + CUT;
        return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] json) {
        var padded = Arrays.copyOf(json, Math.ceilDiv(json.length, SIZE_CLASS) * SIZE_CLASS);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }
}
