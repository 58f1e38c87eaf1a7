package eu.waymark.gateway.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.gateway.target.OpenPaths;
import eu.waymark.gateway.target.Service;
import eu.waymark.gateway.target.Target;
import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The paths of all services that the gateway routes, each operation with an id and a tag of its own. */
final class Paths {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Components components;
    private final TreeMap<String, ObjectNode> merged = new TreeMap<>();
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> operationIds = new HashSet<>();

    Paths(Components components) {
        this.components = components;
    }

    void add(Service service, ObjectNode document) {
        document.path("paths").properties().stream()
                .filter(path -> isRouted(service, path.getKey()))
                .forEach(path -> {
                    var item = (ObjectNode) components.rewritten(path.getValue(), service);
                    item.remove("servers");
                    METHODS.forEach(method -> {
                        if (item.get(method) instanceof ObjectNode operation) {
                            adapt(service, path.getKey(), method, operation);
                        }
                    });
                    merged.put(path.getKey(), item);
                });
    }

    ObjectNode merged() {
        var paths = JsonNodeFactory.instance.objectNode();
        merged.forEach(paths::set);
        return paths;
    }

    ArrayNode tags() {
        var named = JsonNodeFactory.instance.arrayNode();
        tags.forEach(tag -> named.addObject().put("name", tag).put("description", "The resource " + tag + "."));
        return named;
    }

    private void adapt(Service service, String path, String method, ObjectNode operation) {
        var tag = Names.tag(service, path);
        tags.add(tag);
        operation.putArray("tags").add(tag);
        operation.remove("servers");
        operation.remove("security");
        operation.put("operationId", uniqueId(service, path, method, operation));
        if (isOpen(method, path)) {
            operation.putArray("security");
        }
    }

    private String uniqueId(Service service, String path, String method, ObjectNode operation) {
        var own = operation.path("operationId").asText("");
        var id = own.isEmpty() ? Names.operationId(method, path) : own;
        if (operationIds.add(id)) {
            return id;
        }
        // A method and a path belong to one operation only, so this one is free.
        var unique = Names.operationId(method, path);
        operationIds.add(unique);
        return unique;
    }

    private static boolean isRouted(Service service, String path) {
        return path.startsWith(service.root())
                && Target.parse(concrete(path)).flatMap(Target::service).isPresent();
    }

    private static boolean isOpen(String method, String path) {
        var target = Target.parse(concrete(path));
        return target.isPresent() && OpenPaths.cover(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), target.get());
    }

    /** A path that the template stands for. Three digits fit every open pattern. */
    private static String concrete(String template) {
        return template.replaceAll("\\{[^}]*}", "000");
    }
}
