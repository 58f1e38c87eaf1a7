package eu.waymark.k8s;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The gateway that the build has made, with the settings that the chart gives it, as a process of its own; its issuer is away. */
final class RunningGateway implements AutoCloseable {

    private static final Path JAR = Path.of("..", "gateway", "target", "quarkus-app", "quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = freePort();
    private final int management = freePort();
    private final Path output = Files.createTempFile("gateway-", ".log");
    private final Process process;

    private RunningGateway(Map<String, String> settings, List<String> options) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("Build the gateway first: ./mvnw verify");
        }
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_SHUTDOWN_DELAY", "0S");
        process = builder.start();
    }

    /** @param chart which may say anything but where the gateway listens */
    static RunningGateway of(Chart chart, String... options) throws IOException, InterruptedException {
        var settings = chart.with("oidc.issuer", "http://127.0.0.1:9/realms/waymark").render().stream()
                .filter(manifest -> manifest.is("ConfigMap") && manifest.name().equals("waymark-gateway"))
                .findFirst()
                .orElseThrow()
                .json()
                .path("data");
        var variables = new TreeMap<String, String>();
        settings.properties()
                .forEach(setting ->
                        variables.put(setting.getKey(), setting.getValue().asText()));
        var gateway = new RunningGateway(variables, List.of(options));
        gateway.awaitLive();
        return gateway;
    }

    /** What it has written until now. */
    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    int port() {
        return port;
    }

    private void awaitLive() throws IOException, InterruptedException {
        var live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/q/health/live"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            await().atMost(PATIENCE)
                    .failFast(() -> !process.isAlive())
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> http.send(live, HttpResponse.BodyHandlers.discarding())
                                            .statusCode()
                                    == 200
                            && listens());
        } catch (ConditionTimeoutException | TerminalFailureException notStarted) {
            close();
            throw new IllegalStateException("The gateway did not start:\n" + String.join("\n", lines()), notStarted);
        }
    }

    /** Management is there before all else. */
    private boolean listens() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    /** Ends it; what it wrote stays readable. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        output.toFile().deleteOnExit();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("No free port", none);
        }
    }
}
