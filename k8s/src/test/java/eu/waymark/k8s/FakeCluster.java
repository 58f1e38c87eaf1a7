package eu.waymark.k8s;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.waymark.k8s.check.SecretKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As much of a cluster's API as Helm asks for when a chart looks things up: single objects of namespace waymark. */
final class FakeCluster implements AutoCloseable {

    private static final String NAMESPACE = "/api/v1/namespaces/waymark/";
    private static final String RESOURCES = """
            {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
              {"name": "secrets", "singularName": "secret", "namespaced": true, "kind": "Secret", "verbs": ["get"]},
              {"name": "configmaps", "singularName": "configmap", "namespaced": true, "kind": "ConfigMap", "verbs": ["get"]},
              {"name": "serviceaccounts", "singularName": "serviceaccount", "namespaced": true, "kind": "ServiceAccount", "verbs": ["get"]}]}""";
    private static final String ABSENT =
            "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"reason\": \"NotFound\", \"code\": 404}";

    private final HttpServer server;
    private final Map<String, String> objects = new HashMap<>(Map.of("/api/v1", RESOURCES));

    /** Starts it, and makes it the one that Helm asks. */
    FakeCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        object("serviceaccounts", "ServiceAccount", "default", "");
        Files.writeString(Path.of(System.getenv("KUBECONFIG")), """
                {"apiVersion": "v1", "kind": "Config", "current-context": "fake", "users": [],
                 "clusters": [{"name": "fake", "cluster": {"server": "http://127.0.0.1:%d"}}],
                 "contexts": [{"name": "fake", "context": {"cluster": "fake", "user": ""}}]}""".formatted(
                        server.getAddress().getPort()));
    }

    FakeCluster with(Stream<SecretKey> keys) {
        keys.collect(Collectors.groupingBy(SecretKey::secret))
                .forEach((name, own) -> object(
                        "secrets",
                        "Secret",
                        name,
                        own.stream().map(key -> "\"" + key.key() + "\": \"\"").collect(Collectors.joining(","))));
        return this;
    }

    FakeCluster withRelease(String name) {
        object("configmaps", "ConfigMap", "waymark-release", "\"release\": \"" + name + "\"");
        return this;
    }

    private void object(String resource, String kind, String name, String data) {
        objects.put(NAMESPACE + resource + "/" + name, """
                {"apiVersion": "v1", "kind": "%s", "metadata": {"name": "%s", "namespace": "waymark"}, "data": {%s}}""".formatted(kind, name, data));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var found = objects.get(exchange.getRequestURI().getPath());
        var body = (found == null ? ABSENT : found).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        Files.deleteIfExists(Path.of(System.getenv("KUBECONFIG")));
    }
}
