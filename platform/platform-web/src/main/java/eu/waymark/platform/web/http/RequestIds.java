package eu.waymark.platform.web.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request, given by the gateway, by which people find it again in logs and in the audit trail. */
public final class RequestIds {

    public static final String HEADER = "Request-Id";

    /** Under which each line of a log has it. */
    public static final String IN_LOGS = "requestId";

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private RequestIds() {}

    /** The id of the request; a request that came without one is given one, once. */
    public static String of(HttpServerRequest request) {
        var id = valid(request.getHeader(HEADER));
        if (id != null) {
            return id;
        }
        var fresh = UUID.randomUUID().toString();
        request.headers().set(HEADER, fresh);
        return fresh;
    }

    public static String of(ContainerRequestContext request) {
        var id = valid(request.getHeaderString(HEADER));
        if (id != null) {
            return id;
        }
        var fresh = UUID.randomUUID().toString();
        request.getHeaders().putSingle(HEADER, fresh);
        return fresh;
    }

    private static @Nullable String valid(@Nullable String id) {
        return id != null && UUID_SHAPE.matcher(id).matches() ? id : null;
    }
}
