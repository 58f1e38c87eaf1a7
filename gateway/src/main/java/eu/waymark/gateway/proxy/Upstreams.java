package eu.waymark.gateway.proxy;

import eu.waymark.gateway.settings.GatewaySettings;
import eu.waymark.gateway.target.Service;
import eu.waymark.gateway.target.Services;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Connections to the services: a bounded pool for each, so that one slow service does not use up another's. */
@Singleton
public class Upstreams {

    private static final int MAX_RESPONSE_HEADERS = 16 * 1024;

    private final HttpClient client;
    private final Services services;
    private final Duration connectTimeout;

    Upstreams(Vertx vertx, Services services, GatewaySettings settings) {
        var upstream = settings.upstream();
        this.services = services;
        this.connectTimeout = upstream.connectTimeout();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) connectTimeout.toMillis())
                        .setKeepAliveTimeout((int) upstream.keepAlive().toSeconds())
                        .setIdleTimeout((int) upstream.idleTimeout().toSeconds())
                        .setMaxHeaderSize(MAX_RESPONSE_HEADERS),
                new PoolOptions().setHttp1MaxSize(upstream.connections()).setMaxWaitQueueSize(upstream.waiting()));
    }

    HttpClient client() {
        return client;
    }

    /** Where a service is. */
    public URI urlOf(Service service) {
        return services.urlOf(service);
    }

    /**
     * A connection to a service, ready to send.
     *
     * @return fails when none can be had within {@code waymark.gateway.upstream.connect-timeout}
     */
    public Future<HttpClientRequest> request(Service service, HttpMethod method, String requestTarget) {
        var url = urlOf(service);
        var tls = "https".equalsIgnoreCase(url.getScheme());
        return client.request(new RequestOptions()
                .setConnectTimeout(connectTimeout.toMillis())
                .setSsl(tls)
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : tls ? 443 : 80)
                .setMethod(method)
                .setURI(requestTarget));
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
