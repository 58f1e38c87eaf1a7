package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.waymark.sandbox.Sandbox;
import eu.waymark.sandbox.SharedSandbox;
import eu.waymark.sandbox.keycloak.Account;
import eu.waymark.sandbox.load.Loader;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The running suite as the outside sees it: one gateway, and people who have accounts. */
final class Waymark {

    private static final long SEED = 20261122;
    private static final int CHILDREN = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static @Nullable Waymark running;
    private static boolean begun;

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Waymark(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The suite of this test run, started and filled by the launcher's own code for whoever comes first. */
    static synchronized Waymark running() {
        if (running == null) {
            if (begun) {
                throw new IllegalStateException("The suite did not come up: see the first failure of this run");
            }
            begun = true;
            var sandbox = SharedSandbox.complete();
            load(sandbox);
            running = new Waymark(sandbox);
        }
        return running;
    }

    private static void load(Sandbox sandbox) {
        var loader = new Loader(
                sandbox.gateway(), sandbox.tokens(), sandbox.settings().state());
        try {
            loader.load(SEED, CHILDREN, (done, total) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** What somebody of the demonstration is called. */
    String nameOf(String username) {
        return sandbox.realm().accounts().stream()
                .filter(account -> account.username().equals(username))
                .map(Account::name)
                .findFirst()
                .orElseThrow();
    }

    /** The {@code sub} of somebody's tokens, which is the id of the account too. */
    String subjectOf(String username) {
        var claims = sandbox.tokens().of(username).split("\\.")[1];
        try {
            return Json.mapper()
                    .readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .asText();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Somebody of the demonstration, who states no purpose yet. */
    Person person(String username) {
        return Person.of(this, username);
    }

    /** Somebody who works with children and says so. */
    Person practitioner(String username) {
        return person(username).stating("CP-ASSESS");
    }

    /** Somebody who watches over an agency's use of the register. */
    Person compliance(String username) {
        return person(username).stating("AUDIT");
    }

    /** Somebody without a token. */
    Answer anonymous(String path) {
        return send(request(path).GET());
    }

    HttpRequest.Builder request(String path) {
        return requestTo(URI.create(sandbox.gateway() + path));
    }

    /** To another server than the gateway. */
    HttpRequest.Builder requestTo(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body(), json(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson ? Json.mapper().readTree(response.body()) : MissingNode.getInstance();
    }
}
