package eu.waymark.platform.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A token issuer for one test run: a fresh key, and a token endpoint for the calls that services make themselves. */
final class TestIssuer {

    static final String SIGNING_KEY = "waymark.test.signing-key";

    private static final String TOKEN =
            "{\"access_token\":\"from-the-test-issuer\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    private static final int KEY_BITS = 2048;

    private final HttpServer server;
    private final KeyPair keys;

    private TestIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static TestIssuer start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/token", exchange -> {
                var body = TOKEN.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return new TestIssuer(server, generator.generateKeyPair());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has RSA", impossible);
        }
    }

    Map<String, String> config() {
        var config = new HashMap<String, String>();
        config.put(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        config.put(
                SIGNING_KEY,
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        for (var client : new String[] {"quarkus.oidc-client", "quarkus.oidc-client.exchange"}) {
            config.put(
                    client + ".auth-server-url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            config.put(client + ".discovery-enabled", "false");
            config.put(client + ".token-path", "/token");
            config.put(client + ".client-id", "test");
            config.put(client + ".credentials.secret", "only-for-this-test-run");
        }
        return config;
    }

    void stop() {
        server.stop(0);
    }
}
