package eu.waymark.platform.web.client;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.inject.Singleton;

/** This service's own token, for calls that no person asked for. */
@Singleton
public class ServiceToken {

    private final OidcClient issuer;
    private final TokensHelper tokens = new TokensHelper();

    ServiceToken(OidcClient issuer) {
        this.issuer = issuer;
    }

    /** A token that is good now. Blocks while a new one is fetched. */
    public String get() {
        return tokens.getTokens(issuer).await().indefinitely().getAccessToken();
    }
}
