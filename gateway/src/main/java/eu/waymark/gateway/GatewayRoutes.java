package eu.waymark.gateway;

import eu.waymark.gateway.access.Arrival;
import eu.waymark.gateway.access.RequestIds;
import eu.waymark.gateway.docs.DocsPages;
import eu.waymark.gateway.limit.BodyLimit;
import eu.waymark.gateway.limit.RateLimit;
import eu.waymark.gateway.openapi.OpenApiPage;
import eu.waymark.gateway.proxy.ServiceProxy;
import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import eu.waymark.gateway.target.TargetCheck;
import eu.waymark.gateway.target.UnroutedPaths;
import eu.waymark.gateway.token.TokenCheck;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Everything that the gateway answers, in the order in which a request meets it. These routes come before any that the
 * framework adds, and the last of them takes every path: what is not named here does not exist.
 */
@ApplicationScoped
class GatewayRoutes {

    private static final Logger LOG = Logger.getLogger(GatewayRoutes.class);

    /** After the framework's authentication (-200, -100) and before everything it serves. Equal orders keep theirs. */
    private static final int ORDER = -50;

    void mount(
            @Observes Router router,
            Arrival arrival,
            TargetCheck targetCheck,
            UnroutedPaths unroutedPaths,
            TokenCheck tokenCheck,
            RateLimit rateLimit,
            BodyLimit bodyLimit,
            ServiceProxy services,
            OpenApiPage openApi,
            DocsPages docs,
            Refusals refusals) {
        router.route()
                .order(ORDER)
                .handler(arrival)
                .handler(targetCheck)
                .failureHandler(failed -> fail(failed, refusals));
        router.route("/api/*")
                .order(ORDER)
                .handler(unroutedPaths)
                .handler(tokenCheck)
                .handler(rateLimit)
                .handler(bodyLimit)
                .handler(services);
        router.route("/openapi").order(ORDER).handler(rateLimit).handler(openApi);
        docs.paths()
                .forEach(path ->
                        router.route(path).order(ORDER).handler(rateLimit).handler(docs));
        router.route().order(ORDER).handler(unknown -> refusals.refuse(unknown, Refusal.NO_ROUTE));
    }

    private static void fail(RoutingContext failed, Refusals refusals) {
        var cause = failed.failure();
        if (cause != null) {
            // Its message may repeat what the caller sent.
            LOG.errorf("%s failed: %s", RequestIds.of(failed), cause.getClass().getName());
        }
        refusals.refuse(failed, failed.statusCode() < 500 ? Refusal.TARGET_NOT_CANONICAL : Refusal.INTERNAL);
    }
}
