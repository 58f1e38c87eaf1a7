package eu.waymark.gateway.refusal;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Ends a connection whose client is still sending what nobody will read. The client gets a moment to read the answer: a
 * connection closed at once under unread data is reset, and the answer is lost with it.
 */
public final class Farewell {

    private static final long LINGER_MILLIS = 500;

    private Farewell() {}

    /** Has the connection closed after the answer, if the request is still coming in. To be called before the answer. */
    public static void arrange(RoutingContext context) {
        var request = context.request();
        // What is left of the body is thrown away.
        request.resume();
        if (request.isEnded() || !hasBody(request)) {
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(answered -> context.vertx()
                .setTimer(LINGER_MILLIS, now -> request.connection().close()));
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }
}
