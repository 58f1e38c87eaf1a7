package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart's {@code tls.internal: certificates} makes of a service: with the files that cert-manager writes, and renews. */
@NeedsHelm
class TlsIT {

    private static final Chart CHART =
            Chart.trial().with("tls.internal", "certificates").with("tls.certificates.issuer.name", "waymark-ca");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private KeyPairs first;
    private KeyPairs second;

    @BeforeEach
    void make() throws Exception {
        first = KeyPairs.make(folder, "first");
        second = KeyPairs.make(folder, "second");
        first.write(folder.resolve("tls"), first);
    }

    @Test
    void aServiceTakesARenewedCertificateWithoutARestart() throws Exception {
        try (var gateway = gateway()) {
            assertThat(shown(gateway)).isEqualTo(first.certificate());

            second.write(folder.resolve("tls"), first, second);

            // Whoever greets a service in the moment of the exchange is turned away, and greets it again.
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SSLHandshakeException.class)
                    .untilAsserted(() -> assertThat(shown(gateway)).isEqualTo(second.certificate()));
            assertThatThrownBy(() -> status(gateway, KeyPairs.client(first), "https"))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(status(gateway, KeyPairs.client(second), "https")).isEqualTo(404);
        }
    }

    @Test
    void nothingIsSaidInPlainText() throws Exception {
        try (var gateway = gateway()) {
            assertThatThrownBy(() -> status(gateway, KeyPairs.client(first), "http"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theGatewayBelievesServicesOfItsAuthorityOnly() throws Exception {
        var audit = serviceWith(second);
        var there = "-Dwaymark.services.audit.url=https://localhost:"
                + audit.getAddress().getPort();
        try (var gateway = gateway(there);
                var http = HttpClient.newBuilder()
                        .sslContext(KeyPairs.client(first))
                        .build()) {
            assertThat(logKey(http, gateway)).isEqualTo(503);

            first.write(folder.resolve("tls"), first, second);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(logKey(http, gateway)).isEqualTo(200));
        } finally {
            audit.stop(0);
        }
    }

    /** An audit service that shows this certificate. */
    private static HttpsServer serviceWith(KeyPairs shown) throws IOException, GeneralSecurityException {
        var service = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setHttpsConfigurator(new HttpsConfigurator(shown.server()));
        service.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
        return service;
    }

    private static int logKey(HttpClient http, RunningGateway gateway) throws IOException, InterruptedException {
        var address = URI.create("https://localhost:" + gateway.port() + "/api/audit/v1/log/key");
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private RunningGateway gateway(String... options) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(options));
        all.add("-Dwaymark.tls.folder=" + folder.resolve("tls"));
        all.add("-Dquarkus.tls.internal.reload-period=1S");
        return RunningGateway.of(CHART, all.toArray(String[]::new));
    }

    private Certificate shown(RunningGateway gateway) throws GeneralSecurityException, IOException {
        try (var socket = (SSLSocket) KeyPairs.client(first, second)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static int status(RunningGateway gateway, SSLContext context, String scheme)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().sslContext(context).build()) {
            var address = scheme + "://localhost:" + gateway.port() + "/nothing";
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
