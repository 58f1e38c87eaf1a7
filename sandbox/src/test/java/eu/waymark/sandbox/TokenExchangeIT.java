package eu.waymark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a service acts for a person towards another service, at the real issuer. */
class TokenExchangeIT {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = SharedSandbox.foundation();
    }

    @Test
    void keepsThePersonAndNarrowsTheAudienceToTheAskedService() throws IOException {
        // Given
        String token = sandbox.tokens().of("claire.fr");
        JsonNode before = TokenClaims.claims(token);

        // When
        JsonNode after = TokenClaims.claims(exchange(token, "register-service", "identity-service")
                .path("access_token")
                .asText());

        // Then
        assertThat(TokenClaims.texts(after.path("aud"))).containsExactly("identity-service");
        assertThat(after.path("azp").asText()).isEqualTo("register-service");
        for (String kept : List.of("sub", "name", "agency", "country", "agency_type", "roles", "purposes")) {
            assertThat(after.path(kept)).as(kept).isEqualTo(before.path(kept));
        }
    }

    @Test
    void goesBothWaysBetweenRegisterAndReferral() throws IOException {
        String token = sandbox.tokens().of("claire.fr");

        assertThat(exchange(token, "register-service", "referral-service").has("access_token"))
                .isTrue();
        assertThat(exchange(token, "referral-service", "register-service").has("access_token"))
                .isTrue();
    }

    @Test
    void keepsThePortalToo() throws IOException {
        // Given
        String token = sandbox.tokens().ofMachine("portal-gb");

        // When
        JsonNode answer = exchange(token, "register-service", "identity-service");

        // Then
        JsonNode after = TokenClaims.claims(answer.path("access_token").asText());
        assertThat(after.path("agency").asText()).isEqualTo("GB-KENT");
        assertThat(TokenClaims.texts(after.path("roles"))).containsExactly("system");
        assertThat(TokenClaims.texts(after.path("aud"))).containsExactly("identity-service");
    }

    @Test
    void isRefusedForAServiceThatTheClientDoesNotCall() throws IOException {
        JsonNode answer = exchange(sandbox.tokens().of("claire.fr"), "register-service", "gateway");

        assertThat(answer.path("error_description").asText()).contains("audience not available");
    }

    @Test
    void isRefusedToServicesThatActForNobody() throws IOException {
        for (String client : List.of("identity-service", "audit-service", "gateway", "portal-gb")) {
            JsonNode answer = exchange(sandbox.tokens().of("claire.fr"), client, "register-service");

            assertThat(answer.has("access_token")).as(client).isFalse();
        }
    }

    private JsonNode exchange(String token, String client, String audience) throws IOException {
        return sandbox.tokens()
                .grant(Map.of(
                        "grant_type", EXCHANGE,
                        "client_id", client,
                        "client_secret", SharedSandbox.clientSecret(client),
                        "subject_token", token,
                        "subject_token_type", ACCESS_TOKEN,
                        "requested_token_type", ACCESS_TOKEN,
                        "audience", audience));
    }
}
