package eu.waymark.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gateway and issuer in one, which answer everybody alike and remember who asked. */
final class FakeSandbox implements AutoCloseable {

    private final HttpServer server;
    private final List<String> askers = new CopyOnWriteArrayList<>();

    FakeSandbox(int status, String answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realm/protocol/openid-connect/token", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var username = form.replaceAll(".*username=([a-z0-9]+).*", "$1");
            answer(exchange, 200, "{\"access_token\":\"" + username + "\"}");
        });
        server.createContext("/api/register/v1/checks", exchange -> {
            askers.add(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, status, answer);
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Writes what a sandbox with so many practitioners, and one police officer, writes about itself. */
    Path describe(Path folder, int practitioners) throws IOException {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var account =
                "{\"username\":\"%s\",\"password\":\"p\",\"agencyType\":\"%s\",\"roles\":[\"practitioner\"],\"country\":\"GB\"}";
        var accounts = IntStream.range(0, practitioners)
                .mapToObj(number -> account.formatted("worker" + number, "child-protection"))
                .collect(Collectors.joining(","));
        return Files.writeString(
                folder.resolve("sandbox.json"),
                "{\"gateway\":\"%s\",\"issuer\":\"%s/realm\",\"client\":\"c\",\"services\":{},\"accounts\":[%s,%s]}"
                        .formatted(address, address, accounts, account.formatted("officer", "police")));
    }

    List<String> askers() {
        return askers;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
