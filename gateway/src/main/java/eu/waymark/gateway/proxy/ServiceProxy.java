package eu.waymark.gateway.proxy;

import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import eu.waymark.gateway.settings.GatewaySettings;
import eu.waymark.gateway.target.ImportPath;
import eu.waymark.gateway.target.Service;
import eu.waymark.gateway.target.Target;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;

/** Streams a request to its service and the answer back. */
@Singleton
public class ServiceProxy implements Handler<RoutingContext> {

    /** With its WebSocket support on, the proxy would pass an upgrade on before any interceptor has seen it. */
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final Upstreams upstreams;
    private final GatewaySettings settings;
    private final Refusals refusals;

    ServiceProxy(Upstreams upstreams, GatewaySettings settings, Refusals refusals) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        Target.of(context)
                .service()
                .ifPresentOrElse(
                        service -> forward(context, service), () -> refusals.refuse(context, Refusal.NO_ROUTE));
    }

    private void forward(RoutingContext context, Service service) {
        var exchange = new Exchange(context, service, upstreams, patience(context), refusals);
        if (awaitsContinue(context.request())) {
            context.response().writeContinue();
        }
        HttpProxy.reverseProxy(OPTIONS, upstreams.client())
                .origin(exchange)
                .addInterceptor(exchange)
                .handle(context.request());
    }

    private Patience patience(RoutingContext context) {
        var body = settings.body();
        var upstream = settings.upstream();
        return ImportPath.covers(context.request().method(), Target.of(context))
                ? new Patience(context.vertx(), body.timeoutOfImport(), upstream.answerTimeoutOfImport())
                : new Patience(context.vertx(), body.timeout(), upstream.answerTimeout());
    }

    private static boolean awaitsContinue(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }
}
