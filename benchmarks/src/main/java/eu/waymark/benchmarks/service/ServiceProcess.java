package eu.waymark.benchmarks.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service in a JVM of its own, on free ports of this machine. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final String HOST = "127.0.0.1";

    private final String name;
    private final Process process;
    private final URI address;
    private final URI management;

    private ServiceProcess(String name, Process process, URI address, URI management) {
        this.name = name;
        this.process = process;
        this.address = address;
        this.management = management;
    }

    /**
     * Starts a service and waits until it is there.
     *
     * @param name what it is called where its figures are told
     * @param jar its {@code quarkus-run.jar}
     * @param log where its console goes
     */
    static ServiceProcess start(String name, Path jar, Path log, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.management.port=" + managementPort);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_HOST", HOST);
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", HOST);
        var service = new ServiceProcess(name, builder.start(), address(port), address(managementPort));
        // Whoever stops the benchmark stops what it has started.
        Runtime.getRuntime().addShutdownHook(new Thread(service.process::destroy));
        service.await(log);
        return service;
    }

    private static URI address(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("A service does not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(management.resolve("/q/health/live")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    public String name() {
        return name;
    }

    public URI management() {
        return management;
    }

    /** Seconds of processor it has used so far. */
    public double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Ends it in the middle of whatever it does, as a machine that loses its power would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
