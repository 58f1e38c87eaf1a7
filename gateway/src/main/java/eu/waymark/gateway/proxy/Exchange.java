package eu.waymark.gateway.proxy;

import eu.waymark.gateway.access.RequestIds;
import eu.waymark.gateway.limit.BodyLimit;
import eu.waymark.gateway.limit.CappedBody;
import eu.waymark.gateway.refusal.Farewell;
import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import eu.waymark.gateway.target.Service;
import eu.waymark.platform.web.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and what the caller is told where it breaks off. */
final class Exchange implements ProxyInterceptor, OriginRequestProvider {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final RoutingContext context;
    private final Service service;
    private final Upstreams upstreams;
    private final Patience patience;
    private final Refusals refusals;
    private final CappedBody body;
    private @Nullable HttpClientRequest outward;

    Exchange(RoutingContext context, Service service, Upstreams upstreams, Patience patience, Refusals refusals) {
        this.context = context;
        this.service = service;
        this.upstreams = upstreams;
        this.patience = patience;
        this.refusals = refusals;
        this.body = new CappedBody(context.request(), BodyLimit.of(context), patience::bodyHasArrived);
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext proxied) {
        var request = proxied.request();
        return upstreams.request(service, request.getMethod(), request.getURI()).onSuccess(this::begin);
    }

    private void begin(HttpClientRequest request) {
        outward = request;
        // The reason is told by the answer's future; this would tell it again, as an error.
        request.exceptionHandler(brokenOff -> LOG.debugf("%s broke off", RequestIds.of(context)));
        patience.begin(() -> request.reset(0, new TimeoutException()));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxied) {
        var request = proxied.request();
        RequestHeaders.strip(request.headers());
        request.putHeader(RequestIds.HEADER, RequestIds.of(context));
        request.setBody(Body.body(body, request.getBody().length()));
        return proxied.sendRequest()
                .onComplete(answered -> patience.end())
                .recover(failure -> Future.succeededFuture(problem(proxied, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxied) {
        ResponseHeaders.clean(proxied.response().headers(), context.response().headers(), upstreams.urlOf(service));
        return proxied.sendResponse();
    }

    private ProxyResponse problem(ProxyContext proxied, Throwable failure) {
        var refusal = refusalFor(failure);
        LOG.infof(
                "%s %s: %s", RequestIds.of(context), refusal, failure.getClass().getName());
        if (outward != null) {
            outward.reset();
        }
        Farewell.arrange(context);
        var response = proxied.request().release().response();
        if (refusal.type().status() >= 500) {
            response.putHeader(HttpHeaders.RETRY_AFTER, refusal == Refusal.SERVICE_BUSY ? "1" : "5");
        }
        return response.setStatusCode(refusal.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(refusals.body(context, refusal)));
    }

    private Refusal refusalFor(Throwable failure) {
        if (body.isCut()) {
            return Refusal.BODY_TOO_LARGE;
        }
        return switch (patience.state()) {
            case LOST_ON_BODY -> Refusal.BODY_TOO_SLOW;
            case LOST_ON_ANSWER -> Refusal.SERVICE_SLOW;
            default -> failure instanceof ConnectionPoolTooBusyException ? Refusal.SERVICE_BUSY : Refusal.SERVICE_AWAY;
        };
    }
}
