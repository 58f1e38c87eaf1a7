package eu.waymark.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.waymark.benchmarks.RunningSandbox.Account;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One person who checks children, with a token of their own. Not for several threads. */
final class Asker {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A token lives five minutes. */
    private static final long TOKEN_NANOS = Duration.ofMinutes(4).toNanos();

    private final RunningSandbox sandbox;
    private final Account account;
    private final HttpClient http;
    private String token = "";
    private long tokenSince;

    Asker(RunningSandbox sandbox, Account account, HttpClient http) {
        this.sandbox = sandbox;
        this.account = account;
        this.http = http;
    }

    /**
     * An answer.
     *
     * @param outcome the result of a check that was answered, or status and code of the problem
     * @param time from the first byte sent to the last received; fetching a token is no part of it
     */
    record Timed(boolean isAnswered, String outcome, Duration time) {}

    /** Asks the one question. */
    Timed ask(JsonNode child) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/api/register/v1/checks"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Purpose-Of-Use", "CP-ASSESS")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(child.toString()))
                .build();
        long began = System.nanoTime();
        var response = http.send(request, BodyHandlers.ofByteArray());
        var time = Duration.ofNanos(System.nanoTime() - began);
        var body = JSON.readTree(response.body());
        return response.statusCode() == 200
                ? new Timed(true, body.path("result").asText(), time)
                : new Timed(
                        false, response.statusCode() + " " + body.path("code").asText(), time);
    }

    private String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_NANOS) {
            var form = Map.of(
                    "grant_type", "password",
                    "client_id", sandbox.client(),
                    "username", account.username(),
                    "password", account.password());
            var request = HttpRequest.newBuilder(URI.create(sandbox.issuer() + "/protocol/openid-connect/token"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(form)))
                    .build();
            var answer =
                    JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
            if (!answer.has("access_token")) {
                throw new BenchmarkProblem("The issuer gave " + account.username() + " no token");
            }
            token = answer.path("access_token").asText();
            tokenSince = System.nanoTime();
        }
        return token;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
