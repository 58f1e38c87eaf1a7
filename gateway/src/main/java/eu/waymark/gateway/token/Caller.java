package eu.waymark.gateway.token;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as the gateway needs to know.
 *
 * @param id the token's {@code sub}
 * @param agency the token's {@code agency}, if it has one
 * @param machine whether this is an agency's system and no person
 */
public record Caller(String id, @Nullable String agency, boolean machine) {

    private static final String KEY = "waymark.caller";
    private static final String MACHINE_ROLE = "system";

    static Optional<Caller> of(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? Optional.of(new Caller(token.getSubject(), agency(token), identity.hasRole(MACHINE_ROLE)))
                : Optional.empty();
    }

    void attach(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The caller of a request; empty on an open path. */
    public static Optional<Caller> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    /** Not by {@link JsonWebToken#getClaim}, which makes and catches an exception for a claim that is not of its standard. */
    private static @Nullable String agency(JsonWebToken token) {
        var agency = token instanceof OidcJwtCallerPrincipal verified
                ? verified.getClaims().getClaimValue("agency")
                : token.getClaim("agency");
        return agency == null ? null : agency.toString();
    }

    /** Without the id: a caller never stands in a log. */
    @Override
    public String toString() {
        return machine ? "Caller[machine]" : "Caller[person]";
    }
}
