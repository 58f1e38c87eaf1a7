package eu.waymark.register.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.waymark.register.webhook.Answer.Outcome;
import eu.waymark.register.webhook.Destinations.Checked;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that was checked is called, whatever the name resolves to now; the certificate must be the name's. */
class PostingTest {

    /** A name that resolves to nothing (RFC 6761): reached only because nobody asks again. */
    private static final String NAME = "portal.waymark.invalid";

    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    static Path folder;

    private static final Vertx VERTX = Vertx.vertx();
    private static final AtomicReference<String> HOST = new AtomicReference<>("");
    private static HttpsServer server;
    private static Posting posting;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("key.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "portal",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(store)));
        server.createContext("/", exchange -> {
            HOST.set(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        var trust = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
        posting = new Posting(VERTX, new HttpClientOptions().setTrustOptions(trust), Duration.ofSeconds(3));
    }

    private static SSLContext tls(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @AfterAll
    static void stop() {
        posting.close();
        server.stop(0);
        VERTX.close();
    }

    @Test
    void theCheckedAddressIsCalledUnderTheNameOfTheDestination() {
        assertThat(posting.post(to("https://" + NAME), Map.of(), "{}")).isEqualTo(new Answer(Outcome.ACCEPTED, 204));
        assertThat(HOST.get()).startsWith(NAME);
    }

    @Test
    void aCertificateOfAnotherNameIsNoAnswer() {
        assertThat(posting.post(to("https://other.waymark.invalid"), Map.of(), "{}"))
                .isEqualTo(Answer.none(Outcome.UNREACHABLE));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNoAnswer() {
        var trusting = new Posting(VERTX, new HttpClientOptions(), Duration.ofSeconds(3));
        assertThat(trusting.post(to("https://" + NAME), Map.of(), "{}")).isEqualTo(Answer.none(Outcome.UNREACHABLE));
        trusting.close();
    }

    @Test
    void whoSaysNothingIsWaitedForNoLongerThanTheTimeAllows() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var impatient = new Posting(VERTX, new HttpClientOptions(), Duration.ofMillis(300));
            var to = new Checked(
                    URI.create("http://" + NAME + "/"), InetAddress.getLoopbackAddress(), silent.getLocalPort());
            assertThat(impatient.post(to, Map.of(), "{}")).isEqualTo(Answer.none(Outcome.TIMED_OUT));
            impatient.close();
        }
    }

    private static Checked to(String origin) {
        var port = server.getAddress().getPort();
        return new Checked(URI.create(origin + ":" + port + "/hook"), InetAddress.getLoopbackAddress(), port);
    }
}
