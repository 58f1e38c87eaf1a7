package eu.waymark.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes from a request what only the gateway may say, and what belongs to one connection only. No service trusts such a
 * header; this sees to it that none can begin to.
 */
final class RequestHeaders {

    private static final Set<String> OURS = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "true-client-ip",
            "client-ip",
            "request-id",
            "x-correlation-id",
            "remote-user",
            "cookie",
            // Answered here: the body is asked for once the caller is known.
            "expect",
            // Would let a caller choose another method or path than the one that was checked.
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "x-original-url",
            "x-rewrite-url");

    private static final List<String> OUR_PREFIXES =
            List.of("x-forwarded", "x-request-id", "x-waymark-", "x-user", "x-remote-", "x-auth-");

    private RequestHeaders() {}

    static void strip(MultiMap headers) {
        HopByHop.strip(headers);
        headers.names().stream().filter(RequestHeaders::isOurs).toList().forEach(headers::remove);
        headers.remove(HttpHeaders.UPGRADE);
    }

    private static boolean isOurs(String header) {
        // Underscores too: servers that go by CGI names read X_USER and X-User alike.
        var name = header.toLowerCase(Locale.ROOT).replace('_', '-');
        return OURS.contains(name) || OUR_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
