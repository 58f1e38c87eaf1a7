package eu.waymark.gateway.openapi;

import eu.waymark.gateway.refusal.ReadOnly;
import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** {@code /openapi}: one document of all services. */
@Singleton
public class OpenApiPage implements Handler<RoutingContext> {

    private final ServiceDocuments documents;
    private final ReadOnly readOnly;
    private final Refusals refusals;

    OpenApiPage(ServiceDocuments documents, ReadOnly readOnly, Refusals refusals) {
        this.documents = documents;
        this.readOnly = readOnly;
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        readOnly.answer(context, this::show);
    }

    private void show(RoutingContext context) {
        var eventLoop = context.vertx().getOrCreateContext();
        documents
                .merged()
                .onSuccess(document -> eventLoop.runOnContext(then -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(document)))
                .onFailure(failure -> eventLoop.runOnContext(then -> refusals.refuse(context, Refusal.INTERNAL)));
    }
}
