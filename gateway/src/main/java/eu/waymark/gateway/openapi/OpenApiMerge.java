package eu.waymark.gateway.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.gateway.target.Service;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Makes one OpenAPI 3.1 document of the services' own. A pure function: the documents it is given stay as they are. */
final class OpenApiMerge {

    private static final String SCHEME = "bearer";
    private static final String DESCRIPTION = """
            The cross-border child protection register. One question is its reason to exist: is this child already \
            known to be at risk, anywhere?

            Every request needs an access token, states why it looks (`Purpose-Of-Use`, `Legal-Basis`, \
            `Case-Reference`) and is on record before its answer leaves. Errors are problem details (RFC 9457). \
            Rates are limited for each person and agency (429 with `Retry-After`), bodies to 1 MiB (imports 64 MiB).""";

    private OpenApiMerge() {}

    /**
     * Merges.
     *
     * @param documents by service; a service that is away is not among them, and is named in {@code x-waymark-missing}
     */
    static ObjectNode merge(Map<Service, ObjectNode> documents) {
        var merged = JsonNodeFactory.instance.objectNode();
        merged.put("openapi", "3.1.0");
        describe(merged);
        var components = new Components(documents);
        var paths = new Paths(components);
        documents.forEach(paths::add);
        merged.set("tags", paths.tags());
        merged.set("paths", paths.merged());
        merged.set("components", withScheme(components.merged()));
        UsedSchemas.keepIn(merged);
        var missing = missing(documents.keySet());
        if (!missing.isEmpty()) {
            var names = merged.putArray("x-waymark-missing");
            missing.forEach(service -> names.add(service.slug()));
        }
        return merged;
    }

    private static void describe(ObjectNode merged) {
        var info = merged.putObject("info");
        info.put("title", "Waymark").put("version", "v1").put("description", DESCRIPTION);
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        merged.putArray("servers").addObject().put("url", "/").put("description", "This gateway");
        merged.putArray("security").addObject().putArray(SCHEME);
    }

    private static ObjectNode withScheme(ObjectNode components) {
        components
                .putObject("securitySchemes")
                .putObject(SCHEME)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An access token of the realm `waymark` whose audience names the gateway.");
        return components;
    }

    private static Set<Service> missing(Set<Service> present) {
        var missing = EnumSet.allOf(Service.class);
        missing.removeAll(present);
        return missing;
    }
}
