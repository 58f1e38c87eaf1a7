package eu.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenCheckTest extends GatewayTest {

    @Test
    void withoutATokenTheServiceNeverHearsOfTheRequest() throws IOException {
        // When
        var response = send(request("/api/register/v1/entries/no-token"));

        // Then
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"waymark\"");
        assertThat(services.register().begun()).noneMatch(target -> target.contains("no-token"));
    }

    @Test
    void aRefusalWithoutABodyKeepsTheConnection() {
        // When
        var response = send(request("/api/register/v1/entries/kept"));

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void withATokenTheServiceGetsTheRequestAndTheToken() {
        // Given
        var token = token();

        // When
        var response = send(request("/api/register/v1/entries/with-token").header("Authorization", "Bearer " + token));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(services.register().seen("with-token"))
                .singleElement()
                .satisfies(seen -> assertThat(seen.header("Authorization")).isEqualTo("Bearer " + token));
    }

    @Test
    void anExpiredTokenIsRefused() throws IOException {
        assertRefused(tokens.expired());
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws IOException {
        assertRefused(tokens.forAudience("register-service"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws IOException {
        assertRefused(tokens.ofIssuer("https://elsewhere.test"));
    }

    @Test
    void aTokenSignedByAStrangerIsRefused() throws IOException {
        assertRefused(tokens.signedByAStranger());
    }

    @Test
    void whatIsNoTokenIsRefused() throws IOException {
        assertRefused("garbage");
    }

    @Test
    void twoTokensAreOneTooMany() throws IOException {
        // When
        var response = send(withToken("/api/register/v1/entries/refused").header("Authorization", "Bearer " + token()));

        // Then
        assertProblem(response, 400, "invalid-request");
        assertThat(services.register().begun()).noneMatch(target -> target.contains("refused"));
    }

    @Test
    void theLogIsOpenAndATokenIsNotPassedOn() {
        // When
        var checkpoint = send(withToken("/api/audit/v1/log/checkpoint?open=1"));
        var tile = send(request("/api/audit/v1/log/tile/0/x001/234.p/17"));

        // Then
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(services.audit().seen("open=1"))
                .singleElement()
                .satisfies(seen -> assertThat(seen.header("Authorization")).isNull());
    }

    @Test
    void aBadTokenDoesNotCloseAnOpenPath() {
        // When
        var response = send(request("/api/audit/v1/log/key").header("Authorization", "Bearer garbage"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void entryTilesAreNotOpen() throws IOException {
        assertProblem(send(request("/api/audit/v1/log/tile/entries/000")), 401, "unauthenticated");
        assertProblem(send(request("/api/audit/v1/events")), 401, "unauthenticated");
    }

    private void assertRefused(String token) throws IOException {
        var response = send(request("/api/register/v1/entries/refused").header("Authorization", "Bearer " + token));
        assertProblem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
        assertThat(response.body()).doesNotContain(token);
        assertThat(services.register().begun()).noneMatch(target -> target.contains("refused"));
    }
}
