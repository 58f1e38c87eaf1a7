package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiceProxyTest extends GatewayTest {

    /** {@code waymark.gateway.upstream.keep-alive}, and a turn of the pool's cleaner. */
    private static final long LONGER_THAN_KEPT_ALIVE = 2_500;

    @Test
    void pathAndQueryReachTheServiceAsTheyWere() {
        // When
        send(withToken("/api/identity/v1/persons/%C3%A9t%C3%A9?state=open&after=a%2Fb%20c"));

        // Then
        assertThat(services.identity().seen("%C3%A9t%C3%A9"))
                .singleElement()
                .extracting(FakeService.Seen::target)
                .isEqualTo("/api/identity/v1/persons/%C3%A9t%C3%A9?state=open&after=a%2Fb%20c");
        assertThat(services.register().seen("%C3%A9t%C3%A9")).isEmpty();
    }

    @Test
    void aBodyOf300KilobytesIsStreamedThereAndBack() {
        // Given
        var body = "{\"note\":\"" + "x".repeat(300_000) + "\"}";

        // When
        var response = send(withToken("/api/register/v1/echo").POST(BodyPublishers.ofString(body)));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void whatOnlyTheGatewayMaySayIsTakenFromTheRequest() {
        // When
        send(withToken("/api/register/v1/entries/stripped")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.test")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-Ip", "10.0.0.1")
                .header("X-Request-Id", "mine")
                .header("X-Waymark-Agency", "other")
                .header("X_Waymark_Agency", "other")
                .header("Remote-User", "root")
                .header("X-User", "root")
                .header("X-User-Roles", "registrar")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("Cookie", "session=1")
                .header("TE", "trailers")
                .header("Keep-Alive", "timeout=5")
                .header("Purpose-Of-Use", "CP-ASSESS")
                .header("Case-Reference", "C-1"));

        // Then
        var seen = services.register().seen("stripped").getFirst();
        assertThat(seen.headers().keySet())
                .map(String::toLowerCase)
                .isSubsetOf(
                        "authorization",
                        "host",
                        "user-agent",
                        "request-id",
                        "purpose-of-use",
                        "case-reference",
                        "content-length");
        assertThat(seen.header("Purpose-Of-Use")).isEqualTo("CP-ASSESS");
        assertThat(seen.header("Case-Reference")).isEqualTo("C-1");
    }

    @Test
    void headersNamedByConnectionAreTakenToo() throws IOException {
        // When
        sendRaw("GET /api/register/v1/entries/nominated HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nX-Hop: 1\r\nConnection: X-Hop, Authorization\r\nConnection: close\r\n\r\n");

        // Then
        var seen = services.register().seen("nominated").getFirst();
        assertThat(seen.header("X-Hop")).isNull();
        assertThat(seen.header("Authorization")).isNotNull();
    }

    @Test
    void theRequestIdIsOursAndTheSameInwardAndOutward() {
        // Given
        var theirs = UUID.randomUUID().toString();

        // When
        var response = send(withToken("/api/register/v1/entries/request-id").header("Request-Id", theirs));

        // Then
        var ours = response.headers().allValues("Request-Id");
        assertThat(ours).singleElement().isNotEqualTo(theirs).satisfies(UUID::fromString);
        assertThat(services.register().seen("request-id").getFirst().header("Request-Id"))
                .isEqualTo(ours.getFirst());
    }

    @Test
    void theAnswerTellsNothingOfTheInside() {
        // When
        var response = send(withToken("/api/register/v1/created").POST(BodyPublishers.ofString("{}")));

        // Then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(response.headers().allValues("Request-Id")).hasSize(1).doesNotContain("of-the-service");
        assertThat(response.headers().firstValue("Location")).hasValue("/api/register/v1/entries/1");
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("max-age=60");
    }

    @Test
    void anAnswerIsNotStoredUnlessTheServiceSaysSo() {
        // When
        var response = send(withToken("/api/register/v1/entries/no-store"));

        // Then
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void browsersOnAnyOtherHostAreToldToComeByTls() throws IOException {
        // When
        var response = sendRaw("GET /nowhere HTTP/1.1\r\nHost: waymark.example\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).contains("Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void aConnectionIsUsedAgainButNotOnceItHasLainIdle() throws InterruptedException {
        // Given
        for (int times = 0; times < 20; times++) {
            send(withToken("/api/audit/v1/kept-alive"));
        }
        var used = connections("kept-alive");

        // When
        Thread.sleep(LONGER_THAN_KEPT_ALIVE);
        send(withToken("/api/audit/v1/later"));

        // Then
        assertThat(used).hasSizeLessThan(20);
        assertThat(used).doesNotContainAnyElementsOf(connections("later"));
    }

    private Set<Integer> connections(String target) {
        return services.audit().seen(target).stream()
                .map(FakeService.Seen::connection)
                .collect(Collectors.toSet());
    }

    @Test
    void headIsPassedOnWithoutABody() {
        // When
        var response = send(withToken("/api/register/v1/entries/head").HEAD());

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(services.register().seen("entries/head"))
                .singleElement()
                .extracting(FakeService.Seen::method)
                .isEqualTo("HEAD");
    }

    @Test
    void traceIsRefused() throws IOException {
        // When
        var response = send(withToken("/api/register/v1/entries/trace").method("TRACE", BodyPublishers.noBody()));

        // Then
        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("PATCH");
    }

    @Test
    void aServiceThatIsAwayIs503() throws IOException {
        // When
        var response = send(withToken("/api/referral/v1/referrals"));

        // Then
        assertProblem(response, 503, "upstream-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void aServiceThatBreaksOffIs503() throws IOException {
        assertProblem(send(withToken("/api/register/v1/broken")), 503, "upstream-unavailable");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIs504() throws IOException {
        // When
        var response = send(withToken("/api/register/v1/slow").POST(BodyPublishers.ofString("{}")));

        // Then
        assertProblem(response, 504, "upstream-timeout");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "tls/1.0", "h2c, websocket"})
    void anUpgradeIsRefused(String protocol) throws IOException {
        // When
        var response =
                sendRaw("GET /api/register/v1/entries/upgrade HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token() + "\r\nConnection: Upgrade\r\nConnection: close\r\nUpgrade: " + protocol
                        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 400");
        assertThat(services.register().begun()).noneMatch(target -> target.contains("upgrade"));
    }

    @Test
    void anOfferOfHttp2IsIgnored() throws IOException {
        // When
        var response =
                sendRaw("GET /api/register/v1/entries/offer HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token()
                        + "\r\nConnection: Upgrade, HTTP2-Settings\r\nConnection: close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk"
                        + "\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 200");
        assertThat(services.register().seen("offer").getFirst().headers())
                .doesNotContainKeys("Upgrade", "HTTP2-Settings");
    }
}
