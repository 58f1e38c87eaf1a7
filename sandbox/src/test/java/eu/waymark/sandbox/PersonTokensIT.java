package eu.waymark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.keycloak.Account;
import eu.waymark.sandbox.keycloak.Realm;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that the real issuer gives to the people of the demonstration. */
class PersonTokensIT {

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = SharedSandbox.foundation();
    }

    @Test
    void tellWhoForWhomAndWhy() throws IOException {
        // When
        JsonNode claims = TokenClaims.claims(sandbox.tokens().of("sarah.gb"));

        // Then
        assertThat(claims.path("iss").asText()).isEqualTo(sandbox.issuer().toString());
        assertThat(claims.path("sub").asText()).isEqualTo("089cd820-e699-58ac-88a9-895a53c4af1c");
        assertThat(claims.path("name").asText()).isEqualTo("Sarah Whitfield");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("sarah.gb");
        assertThat(claims.path("azp").asText()).isEqualTo(Realm.SANDBOX_CLIENT);
        assertThat(claims.path("agency").asText()).isEqualTo("GB-KENT");
        assertThat(claims.path("country").asText()).isEqualTo("GB");
        assertThat(claims.path("agency_type").asText()).isEqualTo("child-protection");
        assertThat(TokenClaims.texts(claims.path("roles"))).containsExactly("practitioner");
        assertThat(TokenClaims.texts(claims.path("purposes")))
                .contains("CP-ASSESS")
                .doesNotContain("AUDIT", "SYSTEM");
        assertThat(TokenClaims.texts(claims.path("aud"))).containsExactlyInAnyOrder(TokenClaims.ALL_SERVICES);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void existForEveryAccountWithTheClaimsOfTheRealmFile() throws IOException {
        for (Account account : sandbox.realm().accounts()) {
            // When
            JsonNode claims = TokenClaims.claims(sandbox.tokens().of(account.username()));

            // Then
            assertThat(claims.path("agency").asText()).isEqualTo(account.agency());
            assertThat(claims.path("name").asText()).isEqualTo(account.name());
            assertThat(TokenClaims.texts(claims.path("roles"))).isEqualTo(account.roles());
            assertThat(TokenClaims.texts(claims.path("purposes")))
                    .containsExactlyInAnyOrderElementsOf(account.purposes());
        }
    }

    @Test
    void areNotGivenForAWrongPassword() {
        // When
        JsonNode answer = sandbox.tokens()
                .grant(Map.of(
                        "grant_type", "password",
                        "client_id", Realm.SANDBOX_CLIENT,
                        "username", "sarah.gb",
                        "password", "guessed"));

        // Then
        assertThat(answer.path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void areNotGivenToAnyOtherClientForAPassword() throws IOException {
        Account sarah = sandbox.realm().accounts().getFirst();
        for (String client : List.of("register-service", "gateway", "portal-gb")) {
            // When
            JsonNode answer = sandbox.tokens()
                    .grant(Map.of(
                            "grant_type", "password",
                            "client_id", client,
                            "client_secret", SharedSandbox.clientSecret(client),
                            "username", sarah.username(),
                            "password", sarah.password()));

            // Then
            assertThat(answer.path("error").asText()).isEqualTo("unauthorized_client");
        }
    }
}
