package eu.waymark.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** A body that an operation takes, by the example in its document. */
record SampleRequest(JsonNode document, JsonNode operation) {

    private JsonNode content() {
        return operation.at("/requestBody/content");
    }

    /** The media type that the operation reads. */
    String mediaType() {
        var types = content().fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    /** Empty where the operation takes no body; an empty object where it gives no example. */
    String body() {
        var media = content().path(mediaType());
        if (media.isMissingNode()) {
            return "";
        }
        var schema = resolved(media.path("schema"));
        for (var example : new JsonNode[] {
            media.path("example"),
            first(media.path("examples")).path("value"),
            schema.path("example"),
            first(schema.path("examples"))
        }) {
            if (!example.isMissingNode() && !example.isNull()) {
                return example.isTextual() ? example.asText() : example.toString();
            }
        }
        return schema.path("type").asText().equals("array") ? "[]" : "{}";
    }

    private static JsonNode first(JsonNode examples) {
        var values = examples.elements();
        return values.hasNext() ? values.next() : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
