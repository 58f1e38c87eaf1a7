package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest extends GatewayTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() throws IOException {
        // When: the body itself is never sent
        var response = sendRaw("POST /api/register/v1/declared HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token() + "\r\nContent-Length: " + (MEGABYTE + 1) + "\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
        assertThat(services.register().begun()).noneMatch(target -> target.contains("declared"));
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() {
        // When
        var response = send(withToken("/api/register/v1/limit").POST(BodyPublishers.ofByteArray(new byte[MEGABYTE])));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(services.register().seen("v1/limit").getFirst().body()).hasSize(MEGABYTE);
    }

    @Test
    void anImportMayBeLargerAndNothingElseOfItsService() throws IOException {
        // When
        var body = BodyPublishers.ofByteArray(new byte[3 * MEGABYTE]);
        var imported = send(withToken("/api/identity/v1/imports").POST(body));
        var other = sendRaw("POST /api/identity/v1/imports/large HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token() + "\r\nContent-Length: " + 3 * MEGABYTE + "\r\n\r\n");

        // Then
        assertThat(imported.statusCode()).isEqualTo(200);
        assertThat(services.identity().seen("v1/imports").getFirst().body()).hasSize(3 * MEGABYTE);
        assertThat(other).startsWith("HTTP/1.1 413");
    }

    @Test
    void aFileMayBeLargerAndNothingElseOfAReferral() throws IOException {
        // When
        var file = sendRaw(
                "POST /api/referral/v1/referrals/1/attachments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token() + "\r\nContent-Length: " + 12 * MEGABYTE + "\r\n\r\n");
        var attached = send(withToken("/api/referral/v1/referrals/1/attachments")
                .POST(BodyPublishers.ofByteArray(new byte[3 * MEGABYTE])));
        var other = sendRaw(
                "POST /api/referral/v1/referrals/1/decisions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token() + "\r\nContent-Length: " + 3 * MEGABYTE + "\r\n\r\n");

        // Then
        assertThat(file).startsWith("HTTP/1.1 413");
        assertThat(attached.statusCode()).isNotEqualTo(413);
        assertThat(other).startsWith("HTTP/1.1 413");
    }

    @Test
    void aBodyBeyondEveryLimitIsAProblemToo() throws IOException {
        // When
        var response = sendRaw("POST /api/identity/v1/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token() + "\r\nContent-Length: 99999999999\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
    }

    @Test
    void aChunkedBodyWithinTheLimitPasses() {
        // When
        var response = send(withToken("/api/register/v1/chunked").POST(chunked(MEGABYTE)));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(services.register().seen("v1/chunked").getFirst().body()).hasSize(MEGABYTE);
    }

    @Test
    void aChunkedBodyOverTheLimitIsCutAndTheServiceNeverGetsAWholeRequest() throws IOException {
        // When
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/register/v1/overgrown HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write((Integer.toHexString(MEGABYTE + 1) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[MEGABYTE + 1]);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            // Then
            assertThat(response).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
        }
        assertThat(services.register().begun()).contains("/api/register/v1/overgrown");
        assertThat(services.register().seen("overgrown")).isEmpty();
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIsGivenUp() throws IOException {
        // When
        var response = sendRaw("POST /api/register/v1/dripping HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token() + "\r\nContent-Length: 1000\r\n\r\n{");

        // Then
        assertThat(response).startsWith("HTTP/1.1 408");
        assertThat(services.register().seen("dripping")).isEmpty();
    }

    @Test
    void theClientIsAskedForItsBodyOnceItIsKnown() throws IOException {
        // Given
        var head = "POST /api/register/v1/expecting HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Expect: 100-continue\r\nContent-Length: 2\r\n";

        // When
        var stranger = sendRaw(head + "\r\n");
        var known = sendRaw(head + "Authorization: Bearer " + token() + "\r\n\r\n{}");

        // Then
        assertThat(stranger).startsWith("HTTP/1.1 401");
        assertThat(known).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200");
        await().untilAsserted(
                        () -> assertThat(services.register().seen("expecting")).hasSize(1));
    }

    @Test
    void twoFramingsOfOneBodyDoNotSmuggleASecondRequest() throws IOException {
        // When
        sendRaw("POST /api/register/v1/framing HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "0\r\n\r\nGET /internal/v1/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");

        // Then
        assertThat(services.register().begun()).noneMatch(target -> target.contains("smuggled"));
    }

    private static java.net.http.HttpRequest.BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }
}
