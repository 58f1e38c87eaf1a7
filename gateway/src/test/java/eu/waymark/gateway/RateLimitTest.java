package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits as set by {@link GatewayResource}: a person 30, an agency 45, a machine 60 a minute. */
@QuarkusTest
class RateLimitTest extends GatewayTest {

    private final String agency = UUID.randomUUID().toString();
    private final String noisy = tokens("noisy");
    private final String quiet = tokens("quiet");

    @Test
    void aPersonWhoSendsTooFastIsRefusedAndAColleagueIsServed() throws IOException {
        // When
        var last = sendAs(tokens.of(noisy, agency), 32);

        // Then
        assertProblem(last, 429, "too-many-requests");
        assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(sendAs(tokens.of(quiet, agency), 1).statusCode()).isEqualTo(200);
        assertThat(metrics()).contains("waymark_gateway_refusals_total{reason=\"rate-of-person\"}");
        assertThat(metrics()).doesNotContain(noisy).doesNotContain(agency);
    }

    @Test
    void anAgencyThatSendsTooFastIsRefusedAndAnotherIsServed() throws IOException {
        // Given
        assertThat(sendAs(tokens.of(noisy, agency), 28).statusCode()).isEqualTo(200);

        // When
        var last = sendAs(tokens.of(quiet, agency), 22);

        // Then
        assertProblem(last, 429, "too-many-requests");
        assertThat(sendAs(
                                tokens.of(
                                        UUID.randomUUID().toString(),
                                        UUID.randomUUID().toString()),
                                1)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMachineMaySendMoreAndTakesNothingFromItsColleagues() {
        // When
        var machine = sendAs(tokens.ofMachine(noisy, agency), 50);

        // Then
        assertThat(machine.statusCode()).isEqualTo(200);
        assertThat(sendAs(tokens.of(quiet, agency), 1).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> sendAs(String token, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> send(request("/api/register/v1/entries").header("Authorization", "Bearer " + token)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String tokens(String name) {
        return name + "-" + UUID.randomUUID();
    }
}
