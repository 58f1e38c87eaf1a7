package eu.waymark.gateway.proxy;

import eu.waymark.gateway.access.RequestIds;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.List;

/** Takes from a response what tells of the inside, and what the gateway says itself. */
final class ResponseHeaders {

    private static final List<String> HIDDEN = List.of(
            "Server",
            "X-Powered-By",
            "Via",
            RequestIds.HEADER,
            "X-Content-Type-Options",
            "Strict-Transport-Security",
            "Upgrade",
            "Alt-Svc");

    private ResponseHeaders() {}

    /**
     * Cleans a response.
     *
     * @param upstream headers as the service sent them
     * @param own headers that the gateway has already put on its response
     * @param service where the service is, as it may have written it into {@code Location}
     */
    static void clean(MultiMap upstream, MultiMap own, URI service) {
        HopByHop.strip(upstream);
        HIDDEN.forEach(upstream::remove);
        if (upstream.contains(HttpHeaders.CACHE_CONTROL)) {
            own.remove(HttpHeaders.CACHE_CONTROL);
        }
        var location = upstream.get(HttpHeaders.LOCATION);
        if (location != null) {
            upstream.set(HttpHeaders.LOCATION, seenFromOutside(location, service));
        }
    }

    private static String seenFromOutside(String location, URI service) {
        var root = service.toString().replaceFirst("/+$", "") + "/";
        return location.startsWith(root) ? location.substring(root.length() - 1) : location;
    }
}
