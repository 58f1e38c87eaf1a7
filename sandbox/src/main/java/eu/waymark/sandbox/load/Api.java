package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The public API as its clients see it: through the gateway, with a token, patient when told to wait. */
final class Api {

    private static final Duration GIVE_UP = Duration.ofMinutes(2);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final URI gateway;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Api(URI gateway) {
        this.gateway = gateway;
    }

    /** An answer; the body is missing when it is empty, and so is the entity tag of what has no version. */
    record Answer(int status, JsonNode body, String tag) {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        String problem() {
            return body.path("code").asText();
        }
    }

    /**
     * Sends one request, again where that is safe: every request of the loader may arrive twice.
     *
     * @throws SandboxProblem when the gateway stays away
     */
    Answer send(String method, String path, String token, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            long end = System.nanoTime() + GIVE_UP.toNanos();
            while (true) {
                HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (!TRY_AGAIN.contains(response.statusCode()) || System.nanoTime() > end) {
                    return new Answer(
                            response.statusCode(),
                            Json.mapper().readTree(response.body()),
                            response.headers().firstValue("ETag").orElse(""));
                }
                Thread.sleep(pause(response));
            }
        } catch (IOException e) {
            throw new SandboxProblem("%s %s was not answered".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxProblem("Interrupted while loading", e);
        }
    }

    /** @throws SandboxProblem when the answer is no success; the problem's own words never repeat personal data */
    static JsonNode expectSuccess(String what, Answer answer) {
        if (!answer.isSuccess()) {
            throw new SandboxProblem("%s was refused: %d %s %s"
                    .formatted(
                            what,
                            answer.status(),
                            answer.problem(),
                            answer.body().path("detail").asText()));
        }
        return answer.body();
    }

    private static Duration pause(HttpResponse<?> response) {
        return Duration.ofSeconds(response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,2}"))
                .map(Long::parseLong)
                .orElse(1L));
    }
}
