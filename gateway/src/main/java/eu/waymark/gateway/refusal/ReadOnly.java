package eu.waymark.gateway.refusal;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Consumer;

/** Methods of the gateway's own pages, which can be read and nothing else. */
@Singleton
public class ReadOnly {

    private static final String ALLOWED = "GET, HEAD, OPTIONS";

    private final Refusals refusals;

    ReadOnly(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Answers by {@code page} where the request reads, and by itself where it does not. */
    public void answer(RoutingContext context, Consumer<RoutingContext> page) {
        var method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            // No page takes a body: what comes is thrown away.
            context.request().resume();
            page.accept(context);
        } else if (method.equals(HttpMethod.OPTIONS)) {
            context.response().setStatusCode(204).putHeader("Allow", ALLOWED).end();
        } else {
            refusals.refuse(context, Refusal.METHOD_REFUSED, Map.of("Allow", ALLOWED));
        }
    }
}
