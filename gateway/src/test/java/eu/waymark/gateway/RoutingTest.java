package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutingTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/events",
                "/internal",
                "/api/register/internal/v1/events",
                "/api/register/v1/internal/events",
                "/api/register",
                "/api/register/",
                "/api/register/v1",
                "/api/portal/v1/entries",
                "/api/registers/v1/entries",
                "/api",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/dev-ui",
                "/register/v1/entries",
                "/docs/../internal-not-there",
                "/webjars/swagger-ui/5.32.1/index.html"
            })
    void whatIsNotNamedDoesNotExist(String path) throws IOException {
        // When
        var response = sendRaw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).containsPattern("\\AHTTP/1.1 40[04] ").contains("application/problem+json");
        assertThat(services.register().begun()).noneMatch(target -> target.contains("internal"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/register/../../internal/v1/events",
                "/api/register/v1/../../../internal/v1/events",
                "/api/register/v1/%2e%2e/%2e%2e/%2e%2e/internal/v1/events",
                "/api/register/v1/.%2E/..%2finternal/v1/events",
                "/api/register/v1/..;/..;/internal/v1/events",
                "/api/register/v1/entries;/../../../internal",
                "/api/register/v1/entries%2f..%2f..%2f..%2finternal",
                "/api/register/v1/entries%252e%252e/internal",
                "/api/register/v1/entries%5c..%5cinternal",
                "/api/register/v1/entries\\..\\internal",
                "/api/register/v1/%69nternal/events",
                "/api/register/v1/./internal",
                "//internal/v1/events",
                "/api//register/v1//internal",
                "/api/register/v1/entries%00/internal",
                "/api/register/v1/entries%0d%0aX-Waymark-Evil:internal",
                "http://localhost/internal/v1/events",
                "http://localhost/api/register/v1/internal",
                "http://internal/api/register/v1/entries",
                "internal/v1/events",
                "*internal"
            })
    void noTrickLeadsInside(String target) throws IOException {
        // When
        var response = sendRaw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).containsPattern("\\AHTTP/1.1 40[04] ");
        assertThat(services.register().begun()).noneMatch(seen -> seen.contains("internal"));
    }

    @Test
    void theTwinOfTheseTricksGetsThrough() throws IOException {
        // When
        var response =
                sendRaw("GET /api/register/v1/entries/plain HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token() + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 200");
        assertThat(services.register().begun()).contains("/api/register/v1/entries/plain");
    }

    @Test
    void theRefusalOfATrickIsAProblemThatRepeatsNothing() throws IOException {
        // When
        var response = sendRaw(
                "GET /api/register/v1/..;/Ada-Lovelace HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("\"code\":\"invalid-request\"")
                .doesNotContain("Lovelace");
    }

    @Test
    void metricsNameServicesButNoPaths() {
        // Given
        send(withToken("/api/register/v1/entries/5f0c2a7e-secret-id"));

        // When
        var metrics = metrics();

        // Then
        assertThat(metrics).contains("uri=\"/api/register\"").doesNotContain("secret-id");
    }

    @Test
    void healthIsOnTheManagementPortOnly() throws IOException {
        assertThat(management("/q/health/ready")).contains("\"status\": \"UP\"");
        assertThat(management("/q/health/live")).contains("\"status\": \"UP\"");
        assertProblem(send(request("/q/health/ready")), 404, "not-found");
    }
}
