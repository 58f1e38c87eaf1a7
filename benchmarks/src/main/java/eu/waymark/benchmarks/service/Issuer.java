package eu.waymark.benchmarks.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Signs the tokens of a run, as the realm does, with a key that only this run knows. */
public final class Issuer implements AutoCloseable {

    /** Where services exchange a person's token for one that another service accepts (RFC 8693). */
    static final String TOKENS = "/token";

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int KEY_BITS = 2048;

    private final KeyPair keys;
    private final HttpServer server;
    private final Clock clock = Clock.systemUTC();

    public Issuer() throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(TOKENS, this::exchange);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The same person's token once more, in the name of the service that asks; it names all services anyway. */
    private void exchange(HttpExchange asked) throws IOException {
        var form = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        var shown = Pattern.compile("(?:^|&)subject_token=[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.")
                .matcher(form);
        if (!shown.find()) {
            asked.sendResponseHeaders(400, -1);
            asked.close();
            return;
        }
        var claims = JSON.readValue(Base64.getUrlDecoder().decode(shown.group(1)), ObjectNode.class);
        long left = claims.get("exp").asLong() - clock.instant().getEpochSecond();
        var answer = JSON.createObjectNode()
                .put("access_token", signed(claims.put("azp", client(asked))))
                .put("token_type", "Bearer")
                .put("expires_in", left);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(200, 0);
        asked.getResponseBody().write(JSON.writeValueAsBytes(answer));
        asked.close();
    }

    private static String client(HttpExchange asked) {
        var basic = asked.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(basic), StandardCharsets.US_ASCII).split(":", 2)[0];
    }

    /** What a service needs to verify the tokens. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A token that is good for five minutes. */
    public String token(String subject, String agency, String role, String purpose) {
        long now = clock.instant().getEpochSecond();
        return signed(Map.of(
                "sub",
                subject,
                "aud",
                List.of("identity-service", "register-service", "referral-service", "gateway"),
                "azp",
                "benchmark",
                "agency",
                agency,
                "country",
                agency.substring(0, 2),
                "agency_type",
                "child-protection",
                "roles",
                List.of(role),
                "purposes",
                List.of(purpose),
                "iat",
                now,
                "exp",
                now + LIFE.toSeconds()));
    }

    private String signed(Object claims) {
        var content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform signs with RSA", impossible);
        }
    }

    private static String encoded(Object part) {
        try {
            return BASE64_URL.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and numbers are always writable as JSON", impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
