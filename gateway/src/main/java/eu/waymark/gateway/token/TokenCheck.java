package eu.waymark.gateway.token;

import eu.waymark.gateway.refusal.Refusal;
import eu.waymark.gateway.refusal.Refusals;
import eu.waymark.gateway.target.OpenPaths;
import eu.waymark.gateway.target.Target;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Lets nothing through without a valid bearer token, the open paths apart. On those a token is not even read, and not
 * forwarded.
 */
@Singleton
public class TokenCheck implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String CHALLENGE = "Bearer realm=\"waymark\"";

    private static final BiConsumer<RoutingContext, Throwable> IGNORED = (context, failure) -> {};

    private final IdentityProviderManager identities;
    private final Refusals refusals;

    TokenCheck(IdentityProviderManager identities, Refusals refusals) {
        this.identities = identities;
        this.refusals = refusals;
    }

    @Override
    public void handle(RoutingContext context) {
        if (OpenPaths.cover(context.request().method(), Target.of(context))) {
            context.request().headers().remove(HttpHeaders.AUTHORIZATION);
            context.next();
            return;
        }
        // The framework's own answer to a bad token would come before this one's, and without a problem document.
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, IGNORED);
        var eventLoop = context.vertx().getOrCreateContext();
        var ignored = QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        identity -> eventLoop.runOnContext(then -> admit(context, identity)),
                        failure -> eventLoop.runOnContext(then -> refuse(context, failure)));
    }

    private void admit(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            challenge(context, Refusal.TOKEN_MISSING, CHALLENGE);
            return;
        }
        var caller = Caller.of(identity);
        if (caller.isEmpty()) {
            challenge(context, Refusal.TOKEN_REFUSED, CHALLENGE + ", error=\"invalid_token\"");
            return;
        }
        caller.get().attach(context);
        context.next();
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationException) {
            challenge(context, Refusal.TOKEN_REFUSED, CHALLENGE + ", error=\"invalid_token\"");
        } else {
            LOG.warnf("A token could not be checked: %s", failure.getClass().getName());
            refusals.refuse(context, Refusal.ISSUER_AWAY, Map.of("Retry-After", "5"));
        }
    }

    private void challenge(RoutingContext context, Refusal refusal, String challenge) {
        refusals.refuse(context, refusal, Map.of("WWW-Authenticate", challenge));
    }
}
