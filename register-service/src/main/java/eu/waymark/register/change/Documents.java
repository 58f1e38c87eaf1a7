package eu.waymark.register.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.register.change.ChangeView.Difference;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    List<Difference> differences(@Nullable JsonNode before, JsonNode after) {
        var fields = new TreeSet<String>();
        after.fieldNames().forEachRemaining(fields::add);
        if (before != null) {
            before.fieldNames().forEachRemaining(fields::add);
        }
        var differences = new ArrayList<Difference>();
        for (var field : fields) {
            var was = before == null ? null : before.get(field);
            var is = after.get(field);
            if (!Objects.equals(was, is)) {
                differences.add(new Difference(field, text(was), text(is)));
            }
        }
        return differences;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        return value.isTextual() ? value.asText() : value.toString();
    }
}
