package eu.waymark.platform.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Gives every request its id before anything reads it, so that answer, log and audit event name the same one. */
@Singleton
class RequestIdGiving {

    private static final int FIRST = 1_000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    MDC.put(RequestIds.IN_LOGS, RequestIds.of(context.request()));
                    context.next();
                },
                FIRST);
    }
}
