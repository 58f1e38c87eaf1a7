package eu.waymark.register.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.register.change.ChangeView.Difference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is proposed, as JSON: the same content is the same text. */
@Singleton
class Documents {

    /** These come from the path, and a proposal carries them beside its document. */
    private static final List<String> NAMED_BY_PATH = List.of("code", "id");

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    Documents(ObjectMapper json) {
        this.json = json;
    }

    String write(Record document) {
        ObjectNode tree = json.valueToTree(document);
        return tree.remove(NAMED_BY_PATH).toString();
    }

    JsonNode parse(String text) {
        return read(text, JsonNode.class);
    }

    Map<String, Object> fields(JsonNode document) {
        return json.convertValue(document, FIELDS);
    }

    <V> V read(String text, Class<V> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A proposed change cannot be read", broken);
        }
    }

    /** Where two documents differ; parts of a document, and list items with an id, one by one. */
    List<Difference> differences(@Nullable JsonNode before, JsonNode after) {
        var was = before == null ? new TreeMap<String, String>() : flat(before);
        var is = flat(after);
        var fields = new TreeSet<>(was.keySet());
        fields.addAll(is.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(was.get(field), is.get(field)))
                .map(field -> new Difference(field, was.get(field), is.get(field)))
                .toList();
    }

    private static TreeMap<String, String> flat(JsonNode document) {
        var fields = new TreeMap<String, String>();
        flatten("", document, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode value, Map<String, String> into) {
        if (value.isObject()) {
            value.properties().forEach(field -> flatten(below(path, field.getKey()), field.getValue(), into));
        } else if (value.isArray() && !value.isEmpty() && value.valueStream().allMatch(item -> item.has("id"))) {
            value.forEach(item -> flatten(below(path, item.path("id").asText()), item, into));
        } else {
            into.put(path, value.isTextual() ? value.asText() : value.toString());
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
