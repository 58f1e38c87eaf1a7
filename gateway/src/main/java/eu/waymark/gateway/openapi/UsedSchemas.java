package eu.waymark.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/** Leaves out the schemas that no public path leads to: what services say to each other is nobody else's business. */
final class UsedSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private UsedSchemas() {}

    static void keepIn(ObjectNode document) {
        var schemas = document.at("/components/schemas");
        var used = new HashSet<String>();
        var waiting = new ArrayDeque<JsonNode>();
        waiting.add(document.path("paths"));
        document.path("components").fields().forEachRemaining(kind -> {
            if (!kind.getKey().equals("schemas")) {
                waiting.add(kind.getValue());
            }
        });
        while (!waiting.isEmpty()) {
            for (var name : references(waiting.remove())) {
                if (used.add(name)) {
                    waiting.add(schemas.path(name));
                }
            }
        }
        if (schemas instanceof ObjectNode all) {
            all.retain(used);
        }
    }

    private static Set<String> references(JsonNode node) {
        var names = new HashSet<String>();
        for (var reference : node.findValuesAsText("$ref")) {
            if (reference.startsWith(PREFIX)) {
                names.add(reference.substring(PREFIX.length()));
            }
        }
        return names;
    }
}
