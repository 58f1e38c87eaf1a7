package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocsTest extends GatewayTest {

    @Test
    void theRootLeadsToThePage() {
        // When
        var response = send(request("/"));

        // Then
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/docs");
    }

    @Test
    void thePageAndAllItRefersToIsServedFromHere() {
        // When
        var page = send(request("/docs"));

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        var assets = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .toList();
        assertThat(assets).hasSizeGreaterThanOrEqualTo(5);
        assertThat(assets)
                .allSatisfy(asset ->
                        assertThat(send(request(asset.group(1))).statusCode()).isEqualTo(200));
        assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    void noInlineScriptAndNoOtherOriginIsAllowed() {
        // When
        var policy = send(request("/docs"))
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        // Then
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval")
                .doesNotContain("http");
    }

    @Test
    void aKnownFileIsNotSentTwice() {
        // Given
        var etag = send(request("/docs/swagger-ui.css"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        // When
        var again = send(request("/docs/swagger-ui.css").header("If-None-Match", etag));

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void thePageIsReadOnly() throws IOException {
        assertProblem(send(request("/docs").POST(BodyPublishers.ofString("x"))), 405, "method-not-allowed");
        assertThat(send(request("/docs").HEAD()).statusCode()).isEqualTo(200);
        assertThat(send(request("/openapi").method("OPTIONS", BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Allow"))
                .hasValue("GET, HEAD, OPTIONS");
    }
}
