package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiPageTest extends GatewayTest {

    @Test
    void servicesThatAreAwayAreNamedAndTheRestIsServed() throws IOException {
        // Given
        services.register().serveOpenApi("""
                        {"openapi": "3.1.0", "paths": {"/api/register/v1/entries": {"get": {"responses": {}}}}}
                        """);
        services.audit().serveOpenApi("this is no JSON");

        // When
        var response = send(request("/openapi"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        var document = json(response);
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.path("paths").fieldNames()).toIterable().containsExactly("/api/register/v1/entries");
        assertThat(document.path("x-waymark-missing"))
                .map(name -> name.asText())
                .containsExactly("referral", "identity", "audit");
    }
}
