package eu.waymark.platform.web.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void isWhoTheTokenSays() {
        var caller = Caller.of(token());

        assertThat(caller)
                .isEqualTo(new Caller(
                        "s-1",
                        "Sarah Lee",
                        "GB-KENT",
                        "GB",
                        "child-protection",
                        Set.of("practitioner", "supervisor"),
                        Set.of("CP-PLAN"),
                        "portal"));
        assertThat(caller.toString()).doesNotContain("Sarah", "s-1");
    }

    @Test
    void whatTheTokenDoesNotSayIsEmpty() {
        var claims = new JwtClaims();
        claims.setSubject("service");

        assertThat(Caller.of(new OidcJwtCallerPrincipal(claims, new AccessTokenCredential("t"))))
                .isEqualTo(new Caller("service", "", "", "", "", Set.of(), Set.of(), ""));
    }

    @Test
    void isReadWithoutAnExceptionForEachClaim() {
        // Given: a token whose own way of reading claims, which makes them, is closed
        var closed = new OidcJwtCallerPrincipal(claims(), new AccessTokenCredential("t")) {
            @Override
            public <T> T getClaim(String name) {
                throw new AssertionError(name);
            }
        };

        // Then
        assertThat(Caller.of(closed)).isEqualTo(Caller.of(token()));
        assertThatThrownBy(() -> closed.getClaim("agency")).isInstanceOf(AssertionError.class);
    }

    private static OidcJwtCallerPrincipal token() {
        return new OidcJwtCallerPrincipal(claims(), new AccessTokenCredential("t"));
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setSubject("s-1");
        claims.setClaim("name", "Sarah Lee");
        claims.setClaim("agency", "GB-KENT");
        claims.setClaim("country", "GB");
        claims.setClaim("agency_type", "child-protection");
        claims.setClaim("roles", List.of("practitioner", "supervisor"));
        claims.setClaim("purposes", List.of("CP-PLAN"));
        claims.setClaim("azp", "portal");
        return claims;
    }
}
