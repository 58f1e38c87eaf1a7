package eu.waymark.gateway.target;

import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Refuses requests whose target or framing two readers could understand differently. */
@Singleton
public class TargetCheck implements Handler<RoutingContext> {

    private final Refusals refusals;

    TargetCheck(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var target = Target.parse(request.uri());
        if (target.isEmpty()) {
            refusals.refuse(context, Refusal.TARGET_NOT_CANONICAL);
        } else if (asksForUpgrade(request)) {
            refusals.refuse(context, Refusal.UPGRADE_REFUSED);
        } else if (isRepeated(request, HttpHeaders.AUTHORIZATION) || isRepeated(request, HttpHeaders.HOST)) {
            refusals.refuse(context, Refusal.AMBIGUOUS_HEADERS);
        } else {
            target.get().attach(context);
            context.next();
        }
    }

    /** An offer of h2c may be ignored (RFC 9110, 7.8), and some clients make it by default. */
    private static boolean asksForUpgrade(HttpServerRequest request) {
        var upgrade = request.headers().getAll(HttpHeaders.UPGRADE);
        return upgrade.stream().anyMatch(protocol -> !protocol.equalsIgnoreCase("h2c"));
    }

    private static boolean isRepeated(HttpServerRequest request, CharSequence header) {
        return request.headers().getAll(header).size() > 1;
    }
}
