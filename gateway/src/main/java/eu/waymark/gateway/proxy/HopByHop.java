package eu.waymark.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that belong to one connection (RFC 9110, 7.6.1), those named by {@code Connection} among them. */
final class HopByHop {

    private static final List<String> ALWAYS = List.of(
            "connection",
            "proxy-connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "http2-settings");

    /** Nominating these would take away what the services must see. */
    private static final Set<String> NEVER =
            Set.of("authorization", "content-length", "transfer-encoding", "content-type", "host");

    private HopByHop() {}

    /** Transfer-Encoding stays: the proxy itself turns it into the framing of the next connection. */
    static void strip(MultiMap headers) {
        headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !NEVER.contains(name))
                .toList()
                .forEach(headers::remove);
        ALWAYS.forEach(headers::remove);
    }
}
