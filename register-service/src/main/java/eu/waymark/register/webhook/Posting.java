package eu.waymark.register.webhook;

import eu.waymark.register.webhook.Answer.Outcome;
import eu.waymark.register.webhook.Destinations.Checked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Calls a destination at the address that was checked, while TLS and {@code Host} go by its name. Follows no redirect, waits
 * for no body and reads none: the status is the answer.
 */
@Singleton
class Posting {

    private static final Logger LOG = Logger.getLogger(Posting.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MOST_HEADERS = 8_192;

    private final HttpClient http;
    private final Duration patience;

    @Inject
    Posting(Vertx vertx) {
        this(vertx, new HttpClientOptions(), PATIENCE);
    }

    Posting(Vertx vertx, HttpClientOptions options, Duration patience) {
        this.http = vertx.createHttpClient(options.setKeepAlive(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(MOST_HEADERS)
                .setMaxRedirects(0)
                .setVerifyHost(true));
        this.patience = patience;
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** Blocks until there is an answer, or for as long as one is waited for. */
    Answer post(Checked to, Map<String, String> headers, String body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(
                        SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress()))
                .setAbsoluteURI(to.uri().toString())
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis());
        headers.forEach(options::putHeader);
        var answer = http.request(options).compose(request -> status(request, body));
        try {
            return answer.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return Answer.none(Outcome.TIMED_OUT);
        } catch (ExecutionException failed) {
            return Answer.none(failed.getCause() instanceof TimeoutException ? Outcome.TIMED_OUT : Outcome.UNREACHABLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.none(Outcome.TIMED_OUT);
        }
    }

    private static Future<Answer> status(HttpClientRequest request, String body) {
        return request.send(Buffer.buffer(body)).map(response -> {
            response.exceptionHandler(ended -> LOG.debug("The rest of an answer is not waited for"));
            response.pause();
            request.reset();
            return Answer.of(response.statusCode());
        });
    }
}
