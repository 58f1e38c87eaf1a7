package eu.waymark.gateway.openapi;

import eu.waymark.gateway.target.Service;
import java.util.Locale;

/** Names that are unique across services. */
final class Names {

    private Names() {}

    /** A component's name with its service in front: {@code RegisterEntry}. */
    static String prefixed(Service service, String name) {
        return capitalised(service.slug()) + capitalised(name);
    }

    /** An operation's id where it has none: {@code get_register_entries_id}. */
    static String operationId(String method, String path) {
        return method
                + path.replaceFirst("^/api", "")
                        .replaceFirst("/v[0-9]+/", "/")
                        .replaceAll("[^A-Za-z0-9]+", "_")
                        .replaceFirst("_$", "");
    }

    /** The resource that a path belongs to, with its service: {@code register: entries}. */
    static String tag(Service service, String path) {
        var segments = path.split("/");
        return service.slug() + ": " + (segments.length > 4 ? segments[4] : "other");
    }

    static String capitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
