package eu.waymark.gateway.proxy;

import eu.waymark.gateway.settings.GatewaySettings;
import eu.waymark.gateway.target.Service;
import eu.waymark.gateway.target.Services;
import eu.waymark.platform.web.client.InternalTls;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Connections to the services: a bounded pool for each, so that one slow service does not use up another's. */
@Singleton
public class Upstreams {

    private static final Logger LOG = Logger.getLogger(Upstreams.class);

    private static final int MAX_RESPONSE_HEADERS = 16 * 1024;

    private final HttpClient client;
    private final Services services;
    private final Duration waitTimeout;

    Upstreams(Vertx vertx, Services services, GatewaySettings settings, InternalTls tls) {
        var upstream = settings.upstream();
        this.services = services;
        this.waitTimeout = upstream.waitTimeout();
        var options = new HttpClientOptions()
                .setConnectTimeout((int) upstream.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) upstream.keepAlive().toSeconds())
                .setIdleTimeout((int) upstream.idleTimeout().toSeconds())
                .setMaxHeaderSize(MAX_RESPONSE_HEADERS);
        tls.configuration().map(TlsConfiguration::getTrustStoreOptions).ifPresent(options::setTrustOptions);
        this.client = vertx.createHttpClient(
                options,
                new PoolOptions().setHttp1MaxSize(upstream.connections()).setMaxWaitQueueSize(upstream.waiting()));
    }

    /** The authority behind the services' certificates may be another one now. */
    void renew(@Observes CertificateUpdatedEvent renewed) {
        client.updateSSLOptions(renewed.tlsConfiguration().getSSLOptions())
                .onFailure(unusable -> LOG.errorf("Renewed certificates cannot be used: %s", unusable.getMessage()));
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
     * @return fails when none is free within {@code waymark.gateway.upstream.wait-timeout}
     */
    public Future<HttpClientRequest> request(Service service, HttpMethod method, String requestTarget) {
        var url = urlOf(service);
        var tls = "https".equalsIgnoreCase(url.getScheme());
        return client.request(new RequestOptions()
                .setConnectTimeout(waitTimeout.toMillis())
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
