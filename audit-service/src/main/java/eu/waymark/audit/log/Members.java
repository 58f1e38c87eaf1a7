package eu.waymark.audit.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object of strings, each to be taken once; an event has none that is not known. */
final class Members {

    private final Map<String, Object> left;

    /** @param members emptied by what is taken */
    Members(Map<String, Object> members) {
        this.left = members;
    }

    /** @throws IllegalArgumentException where there is none, or it is no text */
    String text(String name) {
        return asText(name, left.remove(name));
    }

    /** @throws IllegalArgumentException where it is there and no text */
    @Nullable
    String textOrNull(String name) {
        var value = left.remove(name);
        return value == null ? null : asText(name, value);
    }

    /** @throws IllegalArgumentException where it is there and no list of texts */
    List<String> texts(String name) {
        var value = left.remove(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw new IllegalArgumentException(name);
        }
        var texts = new ArrayList<String>(elements.size());
        elements.forEach(element -> texts.add(asText(name, element)));
        return texts;
    }

    /** @throws IllegalArgumentException where it is there and no object of texts */
    Map<String, String> textsByName(String name) {
        var value = left.remove(name);
        if (value == null) {
            return Map.of();
        }
        var texts = new HashMap<String, String>();
        asObject(name, value).forEach((key, text) -> texts.put((String) key, asText(name, text)));
        return texts;
    }

    /** @throws IllegalArgumentException where it is there and no object */
    @SuppressWarnings("unchecked") // The reader makes maps with texts as keys only.
    @Nullable
    Members objectOrNull(String name) {
        var value = left.remove(name);
        return value == null ? null : new Members((Map<String, Object>) asObject(name, value));
    }

    /** @throws IllegalArgumentException where something is left */
    void requireNoMore() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("an unknown member");
        }
    }

    private static Map<?, ?> asObject(String name, Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException(name);
    }

    private static String asText(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }
}
