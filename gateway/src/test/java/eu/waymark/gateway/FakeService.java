package eu.waymark.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service behind the gateway that keeps what reached it and answers what it is told to. */
public final class FakeService implements AutoCloseable {

    private static final int READ_TO_END = -1;

    private final Queue<Seen> complete = new ConcurrentLinkedQueue<>();
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile String openApi = "";

    public FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A request that arrived to its last byte, by a connection that is known by its port. */
    public record Seen(String method, String target, Map<String, List<String>> headers, byte[] body, int connection) {

        public String header(String name) {
            var values = headers.get(name);
            return values == null ? null : String.join(", ", values);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Requests that arrived completely, as far as their target contains {@code part}. */
    public List<Seen> seen(String part) {
        return complete.stream().filter(seen -> seen.target().contains(part)).toList();
    }

    /** Targets of which at least the head arrived. */
    public List<String> begun() {
        return List.copyOf(begun);
    }

    public void serveOpenApi(String document) {
        openApi = document;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestURI().toString();
        begun.add(target);
        var body = exchange.getRequestBody().readAllBytes();
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        var connection = exchange.getRemoteAddress().getPort();
        complete.add(new Seen(exchange.getRequestMethod(), target, headers, body, connection));
        try (exchange) {
            respond(exchange, target, body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(HttpExchange exchange, String target, byte[] body) throws IOException, InterruptedException {
        var answer = exchange.getResponseHeaders();
        if (target.startsWith("/q/openapi")) {
            send(exchange, openApi.isEmpty() ? 404 : 200, openApi.getBytes());
        } else if (target.contains("slow")) {
            Thread.sleep(5_000);
            send(exchange, 200, new byte[0]);
        } else if (target.contains("broken")) {
            exchange.close();
        } else if (target.contains("created")) {
            answer.set("Location", url() + "/api/register/v1/entries/1");
            answer.set("Server", "fake/1.0");
            answer.set("X-Powered-By", "fake");
            answer.set("Request-Id", "of-the-service");
            answer.set("Cache-Control", "max-age=60");
            send(exchange, 201, "{}".getBytes());
        } else if (target.contains("echo")) {
            send(exchange, 200, body);
        } else {
            send(exchange, 200, "{\"answered\":true}".getBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, none ? READ_TO_END : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
