package eu.waymark.register.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An agency's portal that really receives, and checks signatures by itself as Standard Webhooks says. */
final class Receiver implements AutoCloseable {

    private static final int ENDLESS = 299;

    private final HttpServer server;
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    /** What came, word for word. */
    record Message(String id, String timestamp, String signature, String contentType, String body) {

        boolean isSignedBy(String secret) {
            return Arrays.asList(signature.split(" "))
                    .contains("v1," + hmac(secret, id + "." + timestamp + "." + body));
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/waymark";
    }

    /** What it answers from now on. */
    void answers(int status) {
        answer = status;
    }

    /** From now on it says that it accepts, and never stops talking. */
    void answersWithoutEnd() {
        answer = ENDLESS;
    }

    List<Message> received() {
        return received;
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Message(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                headers.getFirst("content-type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (answer == ENDLESS) {
            exchange.sendResponseHeaders(200, 0);
            talk(exchange);
            return;
        }
        if (answer / 100 == 3) {
            exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static void talk(HttpExchange exchange) {
        var chunk = new byte[64 * 1024];
        try (exchange) {
            while (true) {
                exchange.getResponseBody().write(chunk);
            }
        } catch (IOException hungUp) {
            return;
        }
    }

    static String hmac(String secret, String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
