package eu.waymark.gateway.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.gateway.access.RequestIds;
import eu.waymark.platform.web.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Answers with a problem and counts it by reason ({@code waymark_gateway_refusals_total}). The counter knows neither
 * who was refused nor what they asked for.
 */
@Singleton
public class Refusals {

    private static final String METRIC = "waymark.gateway.refusals";

    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Refusals(ObjectMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    /** Refuses the request. */
    public void refuse(RoutingContext request, Refusal refusal) {
        refuse(request, refusal, Map.of());
    }

    /**
     * Refuses the request.
     *
     * @param headers headers that belong to this refusal, such as {@code Retry-After}
     */
    public void refuse(RoutingContext request, Refusal refusal, Map<String, String> headers) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            request.request().connection().close();
            return;
        }
        headers.forEach(response::putHeader);
        Farewell.arrange(request);
        response.setStatusCode(refusal.type().status())
                .putHeader(RequestIds.HEADER, RequestIds.of(request))
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(body(request, refusal))
                .onFailure(gone -> request.request().connection().close());
    }

    /** The problem as JSON, counted, for an answer that is written elsewhere. */
    public Buffer body(RoutingContext request, Refusal refusal) {
        metrics.counter(METRIC, "reason", refusal.reason()).increment();
        var problem = Problem.of(refusal.type(), refusal.detail(), RequestIds.of(request), List.of());
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem has only plain fields", impossible);
        }
    }
}
