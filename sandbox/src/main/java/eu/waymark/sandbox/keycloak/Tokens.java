package eu.waymark.sandbox.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gets real access tokens from the sandbox's issuer and reuses each until shortly before it expires. */
public final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final URI endpoint;
    private final Map<String, Account> accounts;
    private final Map<String, Machine> machines;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> cached = new ConcurrentHashMap<>();

    private record Token(String value, Instant freshUntil) {}

    public Tokens(URI issuer, Realm realm, Clock clock) {
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.accounts = realm.accounts().stream().collect(Collectors.toMap(Account::username, Function.identity()));
        this.machines = realm.machines().stream().collect(Collectors.toMap(Machine::clientId, Function.identity()));
        this.clock = clock;
    }

    /**
     * A token of a person of the demonstration.
     *
     * @throws SandboxProblem when the issuer refuses
     */
    public String of(String username) {
        Account account = accounts.get(username);
        if (account == null) {
            throw new SandboxProblem("The sandbox has no account " + username);
        }
        return reuse(
                username,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        Realm.SANDBOX_CLIENT,
                        "username",
                        username,
                        "password",
                        account.password()));
    }

    /**
     * A token of an agency's portal.
     *
     * @throws SandboxProblem when the issuer refuses
     */
    public String ofMachine(String clientId) {
        Machine machine = machines.get(clientId);
        if (machine == null) {
            throw new SandboxProblem("The sandbox has no machine client " + clientId);
        }
        return reuse(
                clientId,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        clientId,
                        "client_secret",
                        machine.clientSecret()));
    }

    private String reuse(String name, Map<String, String> form) {
        // One asks, and all others wait: the issuer makes each password slow to check.
        return cached.compute(name, (same, token) -> isFresh(token) ? token : request(name, form))
                .value();
    }

    private boolean isFresh(@Nullable Token token) {
        return token != null && !clock.instant().isAfter(token.freshUntil());
    }

    private Token request(String name, Map<String, String> form) {
        JsonNode answer = grant(form);
        if (!answer.has("access_token")) {
            throw new SandboxProblem("The issuer gave %s no token: %s"
                    .formatted(name, answer.path("error_description").asText()));
        }
        Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
        return new Token(
                answer.path("access_token").asText(),
                clock.instant().plus(lifetime).minus(MARGIN));
    }

    /** One request to the token endpoint, whatever the grant; the answer is returned as it comes, errors too. */
    public JsonNode grant(Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        try {
            return Json.mapper()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new SandboxProblem("The issuer does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxProblem("Interrupted while waiting for a token", e);
        }
    }
}
