package eu.waymark.platform.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for identity, and for the issuer that exchanges tokens for it. A test, in a class loader of its own, writes
 * with PUT what identity shall answer at the same address, and deletes it to make identity forget.
 */
public class IdentityStub implements QuarkusTestResourceLifecycleManager {

    private static final String AWAY = "/away";
    /** Where services confirm erasures; this identity takes every confirmation. */
    private static final String ERASURES = "/internal/v1/erasures/";

    private static final String NO_TOKENS = "/no-tokens";
    private static final String TOKEN_PATH = "/token";
    private static final String EXCHANGED = "exchanged-for-identity";
    private static final byte[] UNKNOWN = """
            {"type":"https://waymark.eu/problems/not-found","title":"Not found","status":404,
             "detail":"There is no such person record.","code":"not-found"}""".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    public IdentityStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", this::answer);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("waymark.services.identity.url", url, "quarkus.oidc-client.exchange.auth-server-url", url);
    }

    /** After the test kit's own resource, whose token endpoint this one replaces. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                answers.put(path, exchange.getRequestBody().readAllBytes());
                send(exchange, 204, new byte[0]);
            }
            case "DELETE" -> {
                answers.remove(path);
                send(exchange, 204, new byte[0]);
            }
            default -> {
                if (path.equals(TOKEN_PATH)) {
                    exchange(exchange);
                } else if (path.startsWith(ERASURES)) {
                    send(exchange, answers.containsKey(AWAY) ? 500 : 204, new byte[0]);
                } else {
                    tell(exchange, path);
                }
            }
        }
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var token = "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}".formatted(EXCHANGED);
        var isRefused = answers.containsKey(NO_TOKENS) || repeatsAParameter(form);
        send(exchange, isRefused ? 400 : 200, token.getBytes(StandardCharsets.UTF_8));
    }

    /** As Keycloak does, a form in which a parameter stands twice is refused (RFC 6749, 3.2). */
    private static boolean repeatsAParameter(String form) {
        var names = Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .toList();
        return names.size() != Set.copyOf(names).size();
    }

    private void tell(HttpExchange exchange, String path) throws IOException {
        if (answers.containsKey(AWAY)) {
            send(exchange, 500, new byte[0]);
        } else if (!isOnBehalf(exchange)) {
            send(exchange, 401, new byte[0]);
        } else if (answers.containsKey(path)) {
            send(exchange, 200, answers.get(path));
        } else {
            send(exchange, 404, UNKNOWN);
        }
    }

    /** Whether the call carries an exchanged token, and the purpose of the request that it was made for. */
    private static boolean isOnBehalf(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return ("Bearer " + EXCHANGED).equals(headers.getFirst("Authorization"))
                && headers.containsKey("Purpose-Of-Use");
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
