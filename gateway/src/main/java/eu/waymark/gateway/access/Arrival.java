package eu.waymark.gateway.access;

import static eu.waymark.platform.web.http.RequestIds.IN_LOGS;

import eu.waymark.gateway.settings.GatewaySettings;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.MDC;

/** The first thing that happens to a request: it gets an id, its response the headers that every response carries. */
@Singleton
public class Arrival implements Handler<RoutingContext> {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final AccessLog log;
    private final boolean hsts;

    Arrival(GatewaySettings settings, AccessLog log) {
        this.log = log;
        this.hsts = settings.hsts();
    }

    @Override
    public void handle(RoutingContext context) {
        // Nothing of the body is read before the caller is known.
        context.request().pause();
        var response = context.response();
        // In the place of what the client may have sent under that name.
        MDC.put(IN_LOGS, RequestIds.of(context));
        response.putHeader(RequestIds.HEADER, RequestIds.of(context))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (hsts && !isLoopback(context)) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        log.follow(context);
        context.next();
    }

    private static boolean isLoopback(RoutingContext context) {
        var authority = context.request().authority();
        return authority != null && LOOPBACK.contains(authority.host());
    }
}
