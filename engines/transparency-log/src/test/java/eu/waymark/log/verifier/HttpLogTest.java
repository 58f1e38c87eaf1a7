package eu.waymark.log.verifier;

import static eu.waymark.log.verifier.TestLog.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpLogTest {

    private static final TestLog LOG = TestLog.ofEvents(700);

    /** How the server answers a request for a file that is there. */
    @FunctionalInterface
    private interface Answer {
        void send(HttpExchange exchange, byte[] content) throws IOException;
    }

    @TempDir
    private Path folder;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String url;
    private Answer answer = HttpLogTest::plain;

    @BeforeEach
    void start() throws IOException {
        LOG.write(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/log/", this::serve);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + "/log";
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/log/".length());
            requests.add(path);
            var file = folder.resolve(path);
            if (Files.exists(file)) {
                answer.send(exchange, Files.readAllBytes(file));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void plain(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    private Run verify(Object... more) {
        var arguments = new ArrayList<Object>(List.of("verify", url, "--key", KEY));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    @Test
    void anIntactLogIsVerified() {
        assertThat(verify("--entries").out()).startsWith("VERIFIED").contains("All 700 entries");
        assertThat(Run.of("checkpoint", url, "--key", KEY).exitCode()).isZero();
        assertThat(Run.of("checkpoint", url + "/checkpoint", "--key", KEY).exitCode())
                .isZero();
    }

    @Test
    void eachTileIsAskedForOnceAndNoEntryWithoutNeed() {
        // When
        var run = verify();

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(requests)
                .containsExactlyInAnyOrder(
                        "checkpoint", "tile/0/000", "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2");
    }

    @Test
    void aFalseTileIsNamed() throws IOException {
        Files.write(folder.resolve("tile/0/001"), new byte[8192]);

        assertThat(verify().out()).startsWith("REFUTED at tile 0/001");
    }

    @Test
    void whatIsMissingIsNoRefutation() throws IOException {
        Files.delete(folder.resolve("tile/0/001"));

        assertThat(verify().exitCode()).isEqualTo(2);
        assertThat(verify().out())
                .isEqualToNormalizingNewlines("COULD NOT TELL at tile 0/001: The source holds no tile 0/001\n");
    }

    @Test
    void aTokenIsSentWhereItIsAskedFor() {
        // Given
        answer = (exchange, content) -> {
            if ("Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                plain(exchange, content);
            } else {
                exchange.sendResponseHeaders(401, -1);
            }
        };

        // Then
        assertThat(verify().exitCode()).isEqualTo(2);
        assertThat(verify().out()).contains("status 401");
        assertThat(verify("--header", "Authorization: Bearer other").out()
                        + verify("--header", "X: Bearer other").err())
                .doesNotContain("other");
        assertThat(verify("--header", "Authorization: Bearer secret").exitCode())
                .isZero();
    }

    @Test
    void aTokenIsNotTakenElsewhere() {
        // Given
        answer = (exchange, content) -> {
            exchange.getResponseHeaders().set("Location", url + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        };

        // Then
        assertThat(verify("--header", "Authorization: Bearer secret").exitCode())
                .isEqualTo(2);
        assertThat(requests).containsExactly("checkpoint");
    }

    @Test
    void compressedFilesAreRead() {
        // Given
        answer = (exchange, content) -> {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(content);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            plain(exchange, bytes.toByteArray());
        };

        // Then
        assertThat(verify("--entries").exitCode()).isZero();
    }

    @Test
    void aFileThatUnpacksWithoutEndIsCutOff() {
        // Given
        answer = (exchange, content) -> {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(content);
                gzip.write(new byte[50_000_000]);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            plain(exchange, bytes.toByteArray());
        };

        // Then
        assertThat(verify().out()).startsWith("REFUTED at checkpoint");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        // Given
        answer = (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            for (var at = 0; at < 10_000; at++) {
                exchange.getResponseBody().write(new byte[8192]);
            }
        };

        // Then
        assertThat(verify().exitCode()).isEqualTo(2);
    }

    @Test
    void aServerThatNeverFinishesIsGivenUp() {
        // Given
        answer = (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1);
            exchange.getResponseBody().flush();
            sleep();
        };

        // When
        var run = verify("--timeout", "1");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("cannot be reached");
    }

    private static void sleep() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatStumblesIsAskedAgain() {
        // Given
        var failures = new AtomicInteger(2);
        answer = (exchange, content) -> {
            if (failures.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                plain(exchange, content);
            }
        };

        // Then
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void aServerThatLimitsItsReadersIsWaitedFor() {
        // Given: more refusals than a server that stumbles would be forgiven
        var refusals = new AtomicInteger(5);
        answer = (exchange, content) -> {
            if (refusals.getAndDecrement() > 0) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(429, -1);
            } else {
                plain(exchange, content);
            }
        };

        // Then
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void aServerThatAlwaysAsksForPatienceIsGivenUp() {
        // Given
        answer = (exchange, content) -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
        };

        // Then
        assertThat(verify().out()).startsWith("COULD NOT TELL").contains("status 429");
    }

    @Test
    void aServerThatIsDownIsNoRefutation() {
        answer = (exchange, content) -> exchange.sendResponseHeaders(503, -1);
        assertThat(verify().out()).startsWith("COULD NOT TELL").contains("status 503");

        server.stop(0);
        assertThat(verify().exitCode()).isEqualTo(2);
    }
}
