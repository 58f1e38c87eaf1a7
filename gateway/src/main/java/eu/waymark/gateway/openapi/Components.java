package eu.waymark.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.gateway.target.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The components of all services under names of their own. Services share a component of one name where they mean the
 * same by it, all the way down; where they differ, each one's gets its service's name in front.
 */
final class Components {

    private static final String SECURITY = "securitySchemes";

    private final Map<Service, ObjectNode> documents;
    private final Set<ComponentRef> clashing = new HashSet<>();

    Components(Map<Service, ObjectNode> documents) {
        this.documents = documents;
        findClashes();
    }

    /** All components, with their references rewritten. */
    ObjectNode merged() {
        var merged = JsonNodeFactory.instance.objectNode();
        documents.forEach((service, document) ->
                forEachComponent(document, (ref, component) -> ((ObjectNode) merged.withObjectProperty(ref.section()))
                        .set(nameOf(ref, service), rewritten(component, service))));
        return merged;
    }

    /** A copy of a part of a service's document that refers to the merged components. */
    JsonNode rewritten(JsonNode node, Service service) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(entry ->
                                copy.set(entry.getKey(), rewritten(entry.getKey(), entry.getValue(), service)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(rewritten(element, service)));
                yield copy;
            }
            default -> node;
        };
    }

    private JsonNode rewritten(String key, JsonNode value, Service service) {
        if (key.equals("$ref") && value.isTextual()) {
            return JsonNodeFactory.instance.textNode(rewritten(value.textValue(), service));
        }
        if (key.equals("mapping") && value instanceof ObjectNode mapping) {
            var copy = JsonNodeFactory.instance.objectNode();
            mapping.properties()
                    .forEach(entry ->
                            copy.put(entry.getKey(), rewritten(entry.getValue().asText(), service)));
            return copy;
        }
        return rewritten(value, service);
    }

    private String rewritten(String pointer, Service service) {
        return ComponentRef.parse(pointer)
                .map(ref -> new ComponentRef(ref.section(), nameOf(ref, service)).pointer())
                .orElse(pointer);
    }

    private String nameOf(ComponentRef ref, Service service) {
        return clashing.contains(ref) ? Names.prefixed(service, ref.name()) : ref.name();
    }

    private void findClashes() {
        var meanings = new HashMap<ComponentRef, Set<JsonNode>>();
        documents
                .values()
                .forEach(document -> forEachComponent(
                        document, (ref, component) -> meanings.computeIfAbsent(ref, any -> new HashSet<>())
                                .add(component)));
        meanings.forEach((ref, different) -> {
            if (different.size() > 1) {
                clashing.add(ref);
            }
        });
        // The same words mean something else where they refer to something that differs.
        while (meanings.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(this::refersToClash))
                .map(Map.Entry::getKey)
                .filter(this::isShared)
                .map(clashing::add)
                .reduce(false, Boolean::logicalOr)) {
            continue;
        }
    }

    private boolean isShared(ComponentRef ref) {
        return documents.values().stream()
                        .filter(document ->
                                document.path("components").path(ref.section()).has(ref.name()))
                        .count()
                > 1;
    }

    private boolean refersToClash(JsonNode component) {
        return component.findValuesAsText("$ref").stream()
                .flatMap(pointer -> ComponentRef.parse(pointer).stream())
                .anyMatch(clashing::contains);
    }

    private static void forEachComponent(ObjectNode document, BiConsumer<ComponentRef, JsonNode> action) {
        document.path("components").properties().stream()
                .filter(section -> !section.getKey().equals(SECURITY))
                .forEach(section -> section.getValue()
                        .properties()
                        .forEach(component -> action.accept(
                                new ComponentRef(section.getKey(), component.getKey()), component.getValue())));
    }
}
