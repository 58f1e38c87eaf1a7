package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Gateway and issuer in one, as far as the loader sees them. */
final class FakeSuite implements AutoCloseable {

    /** What was asked for, as {@code METHOD path}, in the order of arrival; tokens apart. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Record ids by external id: an import twice is an import once. */
    final Map<String, String> people = new ConcurrentHashMap<>();

    /** Person records with an entry. */
    final Set<String> entered = ConcurrentHashMap.newKeySet();

    /** The purposes of use that came with entries. */
    final Set<String> purposes = ConcurrentHashMap.newKeySet();

    /** Codes of the directory that were proposed, and those that were confirmed. */
    final Set<String> proposed = ConcurrentHashMap.newKeySet();

    final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    /** How many requests are still to be sent away with 429. */
    final AtomicInteger busy = new AtomicInteger();

    /** A path whose requests are refused. */
    volatile String refused = "nothing";

    private static final String STANDING = "/GB-ENG-CPP";

    private final HttpServer server;

    FakeSuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/realms", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        server.createContext("/api", this::api);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (busy.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            answer(exchange, 429, "{\"code\":\"too-many-requests\"}");
            return;
        }
        requests.add(exchange.getRequestMethod() + " " + path);
        if (path.startsWith(refused)) {
            answer(
                    exchange,
                    422,
                    "{\"code\":\"invalid-fields\",\"detail\":\"births[0] is not a day of the calendar\"}");
        } else if (path.endsWith("/imports")) {
            answer(exchange, 201, imported(body));
        } else if (path.endsWith("/entries")) {
            purposes.add(exchange.getRequestHeaders().getFirst("Purpose-Of-Use"));
            boolean fresh = entered.add(
                    Json.mapper().readTree(body).path("personRecordId").asText());
            answer(exchange, fresh ? 201 : 409, fresh ? "{}" : "{\"code\":\"already-entered\"}");
        } else if (path.endsWith("/confirmations")) {
            confirmed.add(path.split("/")[5]);
            answer(exchange, 200, "{}");
        } else {
            directory(exchange, path);
        }
    }

    /** A registrar's proposal, or the thing it is about: one of them is there already, and so has a version. */
    private void directory(HttpExchange exchange, String path) throws IOException {
        String seen = exchange.getRequestHeaders().getFirst("If-Match");
        if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            answer(exchange, 200, "{}");
        } else if (path.endsWith(STANDING) && !"\"7\"".equals(seen)) {
            answer(exchange, 428, "{\"code\":\"precondition-required\"}");
        } else {
            proposed.add(path.substring(path.lastIndexOf('/') + 1));
            answer(exchange, 202, "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}");
        }
    }

    private String imported(String lines) throws IOException {
        ObjectNode report = Json.mapper().createObjectNode();
        ArrayNode records = report.putArray("records");
        for (String line : lines.lines().toList()) {
            String externalId = Json.mapper().readTree(line).path("externalId").asText();
            String recordId =
                    people.computeIfAbsent(externalId, id -> UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                            .toString());
            records.addObject().put("externalId", externalId).put("recordId", recordId);
        }
        return report.toString();
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
