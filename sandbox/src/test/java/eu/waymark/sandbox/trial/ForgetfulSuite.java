package eu.waymark.sandbox.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway whose audit log loses, doubles and refuses what a test says; each request is one event of Kent. */
final class ForgetfulSuite implements AutoCloseable {

    /** The number of the request that is refused, acknowledged without an event, or written twice; 0 for none. */
    int refused;

    int forgotten;
    int doubled;

    private final AtomicInteger number = new AtomicInteger();
    private final List<ObjectNode> events = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ForgetfulSuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/realms", this::token);
        server.createContext("/api/audit", this::page);
        server.createContext("/api", this::read);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void read(HttpExchange exchange) throws IOException {
        int now = number.incrementAndGet();
        exchange.getResponseHeaders().set("Request-Id", "r-" + now);
        if (now == refused) {
            answer(exchange, 503, "{\"code\":\"audit-lag\"}");
            return;
        }
        for (int times = times(now); times > 0; times--) {
            events.add(Json.mapper().createObjectNode().put("id", "i-" + now).put("requestId", "r-" + now));
        }
        answer(exchange, 200, "{}");
    }

    private int times(int now) {
        if (now == forgotten) {
            return 0;
        }
        return now == doubled ? 2 : 1;
    }

    /** Only Kent's compliance sees Kent's events. */
    private void page(HttpExchange exchange) throws IOException {
        boolean kent = exchange.getRequestHeaders().getFirst("Authorization").endsWith("kent");
        ObjectNode page = Json.mapper().createObjectNode();
        page.putArray("items").addAll(kent ? events : List.of());
        answer(exchange, 200, page.toString());
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String whose = form.contains("carol.gb") ? "kent" : "another";
        answer(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":300}".formatted(whose));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
