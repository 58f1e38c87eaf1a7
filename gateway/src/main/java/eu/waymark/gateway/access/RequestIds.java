package eu.waymark.gateway.access;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/** The id of a request: always our own, since a client's could carry a name or repeat another's. */
public final class RequestIds {

    /** Header that carries the id, inward and outward. */
    public static final String HEADER = "Request-Id";

    private static final String KEY = "waymark.request-id";

    private RequestIds() {}

    /** The id of this request, made when it is first asked for. */
    public static String of(RoutingContext request) {
        var id = request.<String>get(KEY);
        if (id == null) {
            id = UUID.randomUUID().toString();
            request.put(KEY, id);
        }
        return id;
    }
}
