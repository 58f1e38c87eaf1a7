package eu.waymark.log.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A log on a server. Redirections are not followed, so that a token goes nowhere but where it was meant to. */
final class HttpFiles implements LogFiles {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** A server that limits its readers says when to come back; it is taken at its word, so often and so long. */
    private static final int WAITS = 20;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** What a server may add to the longest sound answer before it is cut off: an error page, or the frame of gzip. */
    private static final int SLACK = 1 << 16;

    private final HttpClient client;
    private final String base;
    private final Map<String, String> headers;
    private final Duration timeout;

    HttpFiles(String base, Map<String, String> headers, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.base = base;
        this.headers = headers;
        this.timeout = timeout;
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
        var uri = URI.create(base + path);
        var waits = 0;
        for (var attempt = 1; ; attempt++) {
            try {
                var response = send(uri, limit);
                var later = askedToWait(response);
                if (later.isPresent() && waits++ < WAITS) {
                    attempt = 0;
                    pause(later.get());
                    continue;
                }
                if (response.statusCode() < 500 || attempt == ATTEMPTS) {
                    return content(uri, response, limit);
                }
            } catch (IOException | TimeoutException e) {
                if (attempt == ATTEMPTS) {
                    throw new UndecidedException(uri + " cannot be reached: " + e, e);
                }
            }
            pause(PAUSE.multipliedBy(attempt));
        }
    }

    private HttpResponse<byte[]> send(URI uri, int limit) throws IOException, TimeoutException {
        var request = HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip, identity");
        headers.forEach(request::setHeader);
        // The future, unlike the request's own timeout, also covers a body that never ends.
        var answer = client.sendAsync(
                request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), (long) limit + SLACK));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw Workers.interrupted(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Optional<byte[]> content(URI uri, HttpResponse<byte[]> response, int limit) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> Optional.of(decompressed(response, limit));
            case 404, 410 -> Optional.empty();
            case 401, 403 ->
                throw new UndecidedException(
                        uri + " is closed to us (status " + response.statusCode() + "): --header can carry a token");
            default -> throw new UndecidedException(uri + " answers with status " + response.statusCode());
        };
    }

    /** A log may compress without being asked (C2SP tlog-tiles); only so much of it is unpacked as is of use. */
    private static byte[] decompressed(HttpResponse<byte[]> response, int limit) throws IOException {
        var encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("gzip")) {
            return response.body();
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return stream.readNBytes(limit + 1);
        }
    }

    private static Optional<Duration> askedToWait(HttpResponse<byte[]> response) {
        return response.statusCode() != 429 && response.statusCode() != 503
                ? Optional.empty()
                : response.headers()
                        .firstValue("Retry-After")
                        .filter(SECONDS.asMatchPredicate())
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .map(asked -> asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw Workers.interrupted(e);
        }
    }
}
