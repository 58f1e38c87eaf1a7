package eu.waymark.sandbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.keycloak.Tokens;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The suite behind its gateway. Nothing is tried twice: what fails has failed. */
final class Suite {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI gateway;
    private final Tokens tokens;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Suite(URI gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    Reply send(Question question, long origin) throws InterruptedException {
        String token = tokens.of(question.person());
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request(question, token), HttpResponse.BodyHandlers.ofString());
            String id = answer.headers().firstValue("Request-Id").orElse("");
            String problem = answer.statusCode() / 100 == 2 ? "" : answer.statusCode() + " " + code(answer);
            return new Reply(answer.statusCode(), id, since(origin, began), since(began, System.nanoTime()), problem);
        } catch (IOException e) {
            String problem = e.getClass().getSimpleName();
            return new Reply(0, "", since(origin, began), since(began, System.nanoTime()), problem);
        }
    }

    private HttpRequest request(Question question, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(question.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Purpose-Of-Use", question.purpose());
        return question.asks()
                ? request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question.body()))
                        .build()
                : request.build();
    }

    /** The code of a problem, which names nobody. */
    private static String code(HttpResponse<String> answer) {
        try {
            return Json.mapper().readTree(answer.body()).path("code").asText();
        } catch (IOException e) {
            return "without a problem document";
        }
    }

    /** @throws SandboxProblem when the answer is no success */
    JsonNode read(String person, String purpose, String path) {
        HttpRequest request = request(new Question(person, purpose, path, "", 1), tokens.of(person));
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SandboxProblem("%s for %s: %d %s".formatted(path, person, answer.statusCode(), code(answer)));
            }
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new SandboxProblem("The gateway does not answer at " + gateway, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxProblem("Interrupted", e);
        }
    }

    private static Duration since(long from, long to) {
        return Duration.ofNanos(to - from);
    }
}
