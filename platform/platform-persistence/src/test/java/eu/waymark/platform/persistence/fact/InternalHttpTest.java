package eu.waymark.platform.persistence.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InternalHttpTest {

    private static final int MOST = 1_000;

    private HttpServer server;
    private InternalHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("waymark.services.audit.url", url), "test", 100))
                .build();
        http = new InternalHttp(config, () -> "a-token", Duration.ofMillis(500), MOST);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_answer_within_bounds_is_read_whole() {
        server.createContext("/", exchange -> answer(exchange, MOST));
        var answer = http.get("audit", "/any");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.content()).hasSize(MOST);
    }

    @Test
    void an_answer_that_is_too_long_is_none() {
        server.createContext("/", exchange -> answer(exchange, MOST + 1));
        assertThat(http.get("audit", "/any").status()).isEqualTo(InternalHttp.UNREACHABLE);
    }

    @Test
    void an_answer_whose_end_does_not_come_is_none() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        });
        assertThat(http.post("audit", "/any", "{}").status()).isEqualTo(InternalHttp.UNREACHABLE);
    }

    @Test
    void what_is_open_is_asked_for_without_a_token() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestHeaders().containsKey("Authorization") ? 200 : 204, -1);
            exchange.close();
        });
        assertThat(http.getOpen("audit", "/any").status()).isEqualTo(204);
        assertThat(http.get("audit", "/any").status()).isEqualTo(200);
    }

    private static void answer(HttpExchange exchange, int length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(new byte[length]);
        exchange.close();
    }
}
