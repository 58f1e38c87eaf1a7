package eu.waymark.platform.web.caller;

import eu.waymark.platform.web.http.RequestIds;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;

/** What the caller of the current request stated about it. */
@RequestScoped
public class CurrentAccess {

    private final HttpServerRequest request;

    CurrentAccess(HttpServerRequest request) {
        this.request = request;
    }

    public StatedAccess get() {
        return StatedAccess.of(request::getHeader, RequestIds.of(request));
    }
}
