package eu.waymark.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.waymark.gateway.proxy.Upstreams;
import eu.waymark.gateway.settings.GatewaySettings;
import eu.waymark.gateway.target.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks the services for their documents and keeps the merged one for some seconds. */
@Singleton
class ServiceDocuments {

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final String DOCUMENT = "/q/openapi?format=json";
    private static final String MERGED = "merged";

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final ObjectMapper json;
    private final Duration timeout;
    private final AsyncCache<String, Buffer> cache;

    ServiceDocuments(Vertx vertx, Upstreams upstreams, ObjectMapper json, GatewaySettings settings) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.json = json;
        this.timeout = settings.openapi().timeout();
        this.cache = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(settings.openapi().cache())
                .buildAsync();
    }

    /** The merged document. Those who ask while it is being made wait for the same one. */
    Future<Buffer> merged() {
        return Future.fromCompletionStage(cache.get(
                MERGED, (key, executor) -> fetchAll().toCompletionStage().toCompletableFuture()));
    }

    private Future<Buffer> fetchAll() {
        var asked = new EnumMap<Service, Future<Buffer>>(Service.class);
        Arrays.stream(Service.values()).forEach(service -> asked.put(service, fetch(service)));
        return Future.join(asked.values().stream().toList())
                .otherwiseEmpty()
                // Some megabytes of JSON would hold up the event loop.
                .compose(done -> vertx.executeBlocking(() -> merge(asked), false));
    }

    private Future<Buffer> fetch(Service service) {
        return upstreams
                .request(service, HttpMethod.GET, DOCUMENT)
                .compose(request -> within(request, timeout))
                .onFailure(away -> LOG.debugf(
                        "No document of %s: %s", service.slug(), away.getClass().getName()));
    }

    private static Future<Buffer> within(HttpClientRequest request, Duration timeout) {
        return request.idleTimeout(timeout.toMillis())
                .send()
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()));
    }

    private Buffer merge(Map<Service, Future<Buffer>> answers) throws IOException {
        var documents = new EnumMap<Service, ObjectNode>(Service.class);
        answers.forEach((service, answer) -> {
            if (answer.succeeded()) {
                read(service, answer.result()).ifPresent(document -> documents.put(service, document));
            }
        });
        return Buffer.buffer(json.writeValueAsBytes(OpenApiMerge.merge(documents)));
    }

    private Optional<ObjectNode> read(Service service, Buffer document) {
        try {
            return json.readTree(document.getBytes()) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException unreadable) {
            LOG.warnf("The OpenAPI document of %s is no JSON", service.slug());
            return Optional.empty();
        }
    }
}
