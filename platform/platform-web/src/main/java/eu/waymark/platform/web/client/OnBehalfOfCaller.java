package eu.waymark.platform.web.client;

import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/**
 * Calls another service on behalf of the person who asks: with a token exchanged for one that is good for that service
 * only and names this service as the one that asks (RFC 8693). The request's purpose and id go along.
 *
 * <p>Register it on a REST client interface whose {@code configKey} is the name of the service.
 */
public class OnBehalfOfCaller implements ResteasyReactiveClientRequestFilter {

    private final CurrentIdentityAssociation identities;
    private final ExchangedTokens tokens;
    private final ForwardedHeaders headers;

    OnBehalfOfCaller(CurrentIdentityAssociation identities, ExchangedTokens tokens, ForwardedHeaders headers) {
        this.identities = identities;
        this.tokens = tokens;
        this.headers = headers;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext call) {
        if (!(identities.getIdentity().getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("A call on behalf of a person needs a person");
        }
        headers.copyTo(call);
        call.suspend();
        tokens.forService(token.getRawToken())
                .subscribe()
                .with(
                        exchanged -> {
                            call.getHeaders().putSingle("Authorization", "Bearer " + exchanged);
                            call.resume();
                        },
                        failed -> call.resume(CommonProblem.UPSTREAM_UNAVAILABLE
                                .because(
                                        "The identity provider gave no token. Try again in a moment; nothing was changed.")
                                .retryAfter(5)));
    }
}
