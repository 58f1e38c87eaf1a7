package eu.waymark.gateway.docs;

import eu.waymark.gateway.refusal.ReadOnly;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code /docs}: a page to read and try the API, made of files that the gateway itself serves and of nothing else. */
@Singleton
public class DocsPages implements Handler<RoutingContext> {

    /**
     * Scripts and styles come from this origin only, and no script can send a token to another. Swagger UI needs inline
     * styles and images in data URIs; inline scripts are refused.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String HOME = "/docs";

    private final Map<String, StaticFile> files;
    private final ReadOnly readOnly;

    DocsPages(ReadOnly readOnly) {
        this.readOnly = readOnly;
        this.files = Map.of(
                HOME,
                StaticFile.own("index.html", "text/html; charset=utf-8"),
                "/docs/waymark.js",
                StaticFile.own("waymark.js", "text/javascript; charset=utf-8"),
                "/docs/waymark.css",
                StaticFile.own("waymark.css", "text/css; charset=utf-8"),
                "/docs/swagger-ui.css",
                StaticFile.ofSwaggerUi("swagger-ui.css", "text/css; charset=utf-8"),
                "/docs/swagger-ui-bundle.js",
                StaticFile.ofSwaggerUi("swagger-ui-bundle.js", "text/javascript; charset=utf-8"));
    }

    /** Every path that belongs to the page. */
    public Set<String> paths() {
        var paths = new TreeSet<>(files.keySet());
        paths.add("/");
        return paths;
    }

    @Override
    public void handle(RoutingContext context) {
        readOnly.answer(context, this::show);
    }

    private void show(RoutingContext context) {
        var file = files.get(context.normalizedPath().replaceFirst("(?<=.)/$", ""));
        if (file == null) {
            context.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, HOME)
                    .end();
            return;
        }
        var response = context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, file.etag());
        if (file.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.content());
        }
    }
}
