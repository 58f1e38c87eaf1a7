package eu.waymark.gateway.target;

import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** Refuses paths of no service and methods that no service has. */
@Singleton
public class UnroutedPaths implements Handler<RoutingContext> {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final Refusals refusals;

    UnroutedPaths(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        if (Target.of(context).service().isEmpty()) {
            refusals.refuse(context, Refusal.NO_ROUTE);
        } else if (!METHODS.contains(context.request().method().name())) {
            var allowed = String.join(", ", METHODS.stream().sorted().toList());
            refusals.refuse(context, Refusal.METHOD_REFUSED, Map.of("Allow", allowed));
        } else {
            context.next();
        }
    }
}
