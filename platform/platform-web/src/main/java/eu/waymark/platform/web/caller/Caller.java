package eu.waymark.platform.web.caller;

import eu.waymark.platform.web.Personal;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the token says: never taken from a header or a body.
 *
 * @param subject the token's {@code sub}: the actor in every audit event
 * @param name for display to the people responsible for the child
 * @param agency code of the agency, empty for a service
 * @param country ISO 3166-1 alpha-2 of the agency, empty for a service
 * @param purposes the purposes of use that this caller may choose among
 * @param client the token's {@code azp}: the program that asks
 */
public record Caller(
        String subject,
        String name,
        String agency,
        String country,
        String agencyType,
        Set<String> roles,
        Set<String> purposes,
        String client)
        implements Personal {

    public Caller {
        roles = Set.copyOf(roles);
        purposes = Set.copyOf(purposes);
    }

    public static Caller of(JsonWebToken token) {
        return new Caller(
                text(token, "sub"),
                text(token, "name"),
                text(token, "agency"),
                text(token, "country"),
                text(token, "agency_type"),
                texts(token, "roles"),
                texts(token, "purposes"),
                text(token, "azp"));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    static String text(JsonWebToken token, String claim) {
        var value = claim(token, claim);
        return value == null ? "" : plain(value);
    }

    private static Set<String> texts(JsonWebToken token, String claim) {
        var value = claim(token, claim);
        return switch (value) {
            case JsonArray array -> array.stream().map(Caller::plain).collect(Collectors.toUnmodifiableSet());
            case Collection<?> many -> many.stream().map(Caller::plain).collect(Collectors.toUnmodifiableSet());
            case null -> Set.of();
            default -> Set.of(plain(value));
        };
    }

    /**
     * A claim of the token. {@link JsonWebToken#getClaim} makes an exception, stack and all, for each name that its standard
     * does not know, and catches it: dozens in one request.
     */
    private static @Nullable Object claim(JsonWebToken token, String name) {
        return token instanceof OidcJwtCallerPrincipal verified
                ? verified.getClaims().getClaimValue(name)
                : token.getClaim(name);
    }

    private static String plain(Object value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    @Override
    public String toString() {
        return "Caller[agency=" + agency + ", client=" + client + "]";
    }
}
