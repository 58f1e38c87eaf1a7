package eu.waymark.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One line for each request, under its id as every line is: method, the path's first four segments, status, milliseconds.
 * What stands further down a path can be the id of a child's record or a one-time code; queries, bodies and callers are not logged at all.
 */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("eu.waymark.gateway.access");
    private static final int SEGMENTS_KEPT = 4;

    void follow(RoutingContext context) {
        var begun = System.nanoTime();
        context.addEndHandler(done -> LOG.infof(
                "%s %s %d %d ms%s",
                context.request().method(),
                abridged(context.request()),
                context.response().getStatusCode(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                done.succeeded() ? "" : " broken off"));
    }

    static String abridged(HttpServerRequest request) {
        return abridged(request.uri());
    }

    static String abridged(String uri) {
        var path = uri.split("[?#]", 2)[0];
        // Only what looks like our own vocabulary is worth logging; the rest is somebody's input.
        if (!path.matches("/[A-Za-z0-9/_.{}-]*")) {
            return "(unreadable)";
        }
        var segments = path.split("/");
        return segments.length <= SEGMENTS_KEPT + 1
                ? path
                : String.join("/", Arrays.copyOf(segments, SEGMENTS_KEPT + 1)) + "/...";
    }
}
