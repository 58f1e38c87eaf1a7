package eu.waymark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.keycloak.Machine;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that the real issuer gives to portals and services. */
class MachineTokensIT {

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = SharedSandbox.foundation();
    }

    @Test
    void carryTheAgencyOfThePortalAndTheRoleSystem() throws IOException {
        for (Machine portal : sandbox.realm().machines()) {
            // When
            JsonNode claims = TokenClaims.claims(sandbox.tokens().ofMachine(portal.clientId()));

            // Then
            assertThat(claims.path("azp").asText()).isEqualTo(portal.clientId());
            assertThat(claims.path("agency").asText()).isEqualTo(portal.agency());
            assertThat(claims.path("country").asText()).isEqualTo(portal.country());
            assertThat(claims.path("agency_type").asText()).isEqualTo("child-protection");
            assertThat(TokenClaims.texts(claims.path("roles"))).containsExactly("system");
            assertThat(TokenClaims.texts(claims.path("aud"))).containsExactlyInAnyOrder(TokenClaims.ALL_SERVICES);
        }
    }

    @Test
    void ofServicesNameTheServicesThatTheyCallAndNoAgency() throws IOException {
        // When
        JsonNode claims = TokenClaims.claims(serviceToken("register-service"));

        // Then
        assertThat(TokenClaims.texts(claims.path("roles"))).containsExactly("service");
        assertThat(claims.path("azp").asText()).isEqualTo("register-service");
        assertThat(claims.path("sub").asText()).isNotEmpty();
        assertThat(claims.has("agency")).isFalse();
        assertThat(TokenClaims.texts(claims.path("aud")))
                .containsExactlyInAnyOrder("referral-service", "identity-service", "audit-service");
    }

    @Test
    void ofTheAuditServiceReachNobody() throws IOException {
        assertThat(TokenClaims.claims(serviceToken("audit-service")).has("aud")).isFalse();
    }

    private String serviceToken(String client) throws IOException {
        JsonNode answer = sandbox.tokens()
                .grant(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        SharedSandbox.clientSecret(client)));
        return answer.path("access_token").asText();
    }
}
