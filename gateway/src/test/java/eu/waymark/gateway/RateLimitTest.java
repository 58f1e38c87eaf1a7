package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits as set by {@link GatewayResource}: a person 30, an agency 45, a machine 60 a minute. */
@QuarkusTest
class RateLimitTest extends GatewayTest {

    private static final int MOST = 90;

    private final String agency = UUID.randomUUID().toString();
    private final String noisy = tokens("noisy");
    private final String quiet = tokens("quiet");

    @Test
    void aPersonWhoSendsTooFastIsRefusedAndAColleagueIsServed() throws IOException {
        // When
        var last = untilRefused(tokens.of(noisy, agency));

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
        var last = untilRefused(tokens.of(quiet, agency));

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

    @Test
    void aOneTimeCodeIsTriedAFewTimesAMinuteAndAnotherPasses() throws IOException {
        // When
        var answers = IntStream.range(0, 6).mapToObj(time -> sendCode(noisy)).toList();

        // Then
        assertThat(answers.subList(0, 5)).noneMatch(answer -> answer.statusCode() == 429);
        assertProblem(answers.getLast(), 429, "too-many-requests");
        assertThat(sendCode(quiet).statusCode()).isNotEqualTo(429);
        assertThat(metrics()).contains("reason=\"rate-of-code\"").doesNotContain(noisy);
    }

    @Test
    void nobodyTriesManyCodesFromOnePlace() throws Exception {
        // Given
        var address = InetAddress.getByName("127.0.0.77");
        try (var elsewhere = HttpClient.newBuilder().localAddress(address).build()) {
            // When
            var last = firstRefusal(elsewhere);

            // Then
            assertProblem(last, 429, "too-many-requests");
            assertThat(metrics()).contains("reason=\"rate-of-address\"");
            assertThat(sendCode(quiet).statusCode()).isNotEqualTo(429);
        }
    }

    private HttpResponse<String> firstRefusal(HttpClient client) throws IOException, InterruptedException {
        for (var time = 0; time < MOST; time++) {
            var code = withCode(tokens("tried"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            var answer = client.send(code, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("None of " + MOST + " codes was refused");
    }

    @Test
    void whatComesWithACodeIsBounded() {
        // When
        var answer = send(withCode(quiet).POST(BodyPublishers.ofByteArray(new byte[128 * 1024 + 1])));

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private HttpResponse<String> sendCode(String code) {
        return send(withCode(code).POST(BodyPublishers.ofString("{}")));
    }

    private HttpRequest.Builder withCode(String code) {
        return request("/api/referral/v1/contributions/submissions").header("One-Time-Code", code);
    }

    /** The first answer that is a refusal; a slow machine sees some requests more admitted meanwhile. */
    private HttpResponse<String> untilRefused(String token) {
        return IntStream.range(0, MOST)
                .mapToObj(time -> sendAs(token, 1))
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
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
