package eu.waymark.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12. */
final class OpenApiDocument {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** @throws AssertionError when the document does not permit this answer */
    void check(String method, String path, int status, String mediaType, JsonNode body) {
        var template = template(path);
        if (template == null) {
            require(status == 404 || status == 401 || status == 403, "undocumented path answered " + status);
            return;
        }
        var where = method + " " + template + " -> " + status;
        var operation = document.at("/paths").path(template).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            require(status == 405, "undocumented operation: " + where);
            return;
        }
        var response = operation.path("responses").path(Integer.toString(status));
        require(!response.isMissingNode(), "undocumented status: " + where);
        if (!body.isMissingNode()) {
            var content = response.path("content").path(mediaType);
            require(!content.isMissingNode(), "undocumented media type " + mediaType + ": " + where);
            validate(where, content.path("schema"), body);
        }
    }

    private void validate(String where, JsonNode schema, JsonNode body) {
        require(schema.isObject(), "no schema: " + where);
        var root = ((ObjectNode) schema).deepCopy();
        root.set("components", document.path("components"));
        var faults = SCHEMAS.getSchema(root).validate(body);
        require(
                faults.isEmpty(),
                where + ": "
                        + faults.stream()
                                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                                .collect(Collectors.joining("; ")));
    }

    /** The most literal path template that fits. */
    private @org.jspecify.annotations.Nullable String template(String path) {
        return StreamSupport.stream(
                        ((Iterable<String>) () -> document.path("paths").fieldNames()).spliterator(), false)
                .filter(candidate -> Pattern.matches(candidate.replaceAll("\\{[^/]+}", "[^/]+"), path))
                .min(Comparator.comparingLong(
                        candidate -> candidate.chars().filter(c -> c == '{').count()))
                .orElse(null);
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw new AssertionError("The answer breaks the OpenAPI contract: " + fault);
        }
    }
}
