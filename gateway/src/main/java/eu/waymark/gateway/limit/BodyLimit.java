package eu.waymark.gateway.limit;

import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import eu.waymark.gateway.settings.GatewaySettings;
import eu.waymark.gateway.target.AttachmentPath;
import eu.waymark.gateway.target.ImportPath;
import eu.waymark.gateway.target.OpenPaths;
import eu.waymark.gateway.target.Target;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Refuses a body that says it is too large, and tells the proxy where to cut one that does not say. */
@Singleton
public class BodyLimit implements Handler<RoutingContext> {

    private static final String KEY = "waymark.body-limit";

    private final long max;
    private final long maxOfImport;
    private final long maxOfAttachment;
    private final long maxWithCode;
    private final Refusals refusals;

    BodyLimit(GatewaySettings settings, Refusals refusals) {
        this.max = settings.body().max().asLongValue();
        this.maxOfImport = settings.body().maxOfImport().asLongValue();
        this.maxOfAttachment = settings.body().maxOfAttachment().asLongValue();
        this.maxWithCode = settings.body().maxWithCode().asLongValue();
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        var limit = limitFor(request.method(), Target.of(context));
        if (declaredLength(request) > limit) {
            refusals.refuse(context, Refusal.BODY_TOO_LARGE);
            return;
        }
        context.put(KEY, limit);
        context.next();
    }

    private long limitFor(HttpMethod method, Target target) {
        if (OpenPaths.takeCode(method, target)) {
            return maxWithCode;
        }
        if (AttachmentPath.covers(method, target)) {
            return maxOfAttachment;
        }
        return ImportPath.covers(method, target) ? maxOfImport : max;
    }

    /** The most bytes that the body of this request may have. */
    public static long of(RoutingContext request) {
        return request.<Long>get(KEY);
    }

    private static long declaredLength(HttpServerRequest request) {
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }
}
