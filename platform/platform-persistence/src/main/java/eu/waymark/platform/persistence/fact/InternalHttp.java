package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.web.client.InternalTls;
import eu.waymark.platform.web.client.ServiceToken;
import io.quarkus.tls.CertificateUpdatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.Config;

/** Talks to another service of the suite, as this service. No answer is waited for, or read, without end. */
@Singleton
public class InternalHttp {

    /** Status of a call that reached nobody, or whose answer did not come whole, in time and within bounds. */
    public static final int UNREACHABLE = 0;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 32 * 1024 * 1024;

    private final Config config;
    private final Supplier<String> token;
    private final Duration patience;
    private final long mostBytes;
    private final Supplier<Optional<SSLContext>> trust;
    private volatile HttpClient http;

    @Inject
    InternalHttp(ServiceToken token, Config config, InternalTls tls) {
        this(config, token::get, ANSWER, MOST_BYTES, tls::context);
    }

    /**
     * @param patience how long a whole answer may take
     * @param mostBytes how long it may be
     */
    InternalHttp(Config config, Supplier<String> token, Duration patience, long mostBytes) {
        this(config, token, patience, mostBytes, Optional::empty);
    }

    private InternalHttp(
            Config config,
            Supplier<String> token,
            Duration patience,
            long mostBytes,
            Supplier<Optional<SSLContext>> trust) {
        this.config = config;
        this.token = token;
        this.patience = patience;
        this.mostBytes = mostBytes;
        this.trust = trust;
        this.http = client();
    }

    /** The authority behind the certificates of the suite may be another one now. */
    void renew(@Observes CertificateUpdatedEvent renewed) {
        http = client();
    }

    private HttpClient client() {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        trust.get().ifPresent(builder::sslContext);
        return builder.build();
    }

    /** What the other service answered. */
    public record Answer(int status, byte[] content) {

        public String body() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** @param service name as in {@code waymark.services.<name>.url} */
    public Answer post(String service, String path, String body) {
        return call(request(service, path)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer get(String service, String path) {
        return call(request(service, path).header("Authorization", "Bearer " + token.get()));
    }

    /** Reads what is open to anybody; no token is asked for or shown. */
    public Answer getOpen(String service, String path) {
        return call(request(service, path));
    }

    private HttpRequest.Builder request(String service, String path) {
        var base = config.getValue("waymark.services." + service + ".url", String.class);
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
    }

    private Answer call(HttpRequest.Builder request) {
        // The client's own timeout ends with the headers; a body could trickle for ever.
        var answer = http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            var response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException | TimeoutException unreachable) {
            return new Answer(UNREACHABLE, new byte[0]);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(UNREACHABLE, new byte[0]);
        } finally {
            answer.cancel(true);
        }
    }
}
