package eu.waymark.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The doors of the audit service as a relay uses them. */
final class LogClient {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private static final ObjectWriter COMPACT = Json.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Issuer issuer;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < KEPT.toNanos();
        }
    }

    LogClient(Issuer issuer) {
        this.issuer = issuer;
    }

    /** @param retryAfter empty where the answer names no time */
    record Answer(int status, String contentType, String retryAfter, JsonNode body) {

        /** The code of a problem; empty for what is no problem. */
        String code() {
            return body.path("code").asText();
        }

        /** What a problem says about one field. */
        String field(String name) {
            return body.path("errors")
                    .valueStream()
                    .filter(error -> error.path("field").asText().equals(name))
                    .map(error -> error.path("message").asText())
                    .findFirst()
                    .orElse("");
        }
    }

    Answer append(URI address, String source, List<Outbox.Event> events) throws IOException, InterruptedException {
        return post(address, source, "events", Map.of("epoch", Outbox.EPOCH, "events", items(events)));
    }

    /** The request for it, to be sent whenever the caller likes. */
    HttpRequest appending(URI address, String source, List<Outbox.Event> events) throws IOException {
        return posting(
                        address,
                        source,
                        "events",
                        token(source),
                        COMPACT.writeValueAsBytes(Map.of("epoch", Outbox.EPOCH, "events", items(events))))
                .build();
    }

    private static List<Map<String, Object>> items(List<Outbox.Event> events) {
        return events.stream()
                .map(event -> Map.<String, Object>of("seq", event.seq(), "body", base64(event.body())))
                .toList();
    }

    Answer post(URI address, String source, String door, Object body) throws IOException, InterruptedException {
        return post(address, source, door, token(source), COMPACT.writeValueAsBytes(body));
    }

    Answer post(URI address, String source, String door, String token, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = posting(address, source, door, token, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static HttpRequest.Builder posting(URI address, String source, String door, String token, byte[] body) {
        return HttpRequest.newBuilder(address.resolve("/internal/v1/sources/" + source + "/" + door))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    Answer get(URI address, String path, String source) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(source))
                .build());
    }

    /** What anybody may read, as text. */
    String read(URI address, String path) throws IOException, InterruptedException {
        var response = HTTP.send(
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 200 ? response.body() : "";
    }

    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(),
                type,
                response.headers().firstValue("Retry-After").orElse(""),
                type.contains("json") ? Json.mapper().readTree(response.body()) : MissingNode.getInstance());
    }

    private String token(String source) {
        return tokens.compute(
                        source,
                        (_, known) -> known != null && known.isFresh()
                                ? known
                                : new Token(issuer.relay(source), System.nanoTime()))
                .text();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
