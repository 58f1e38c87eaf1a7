package eu.waymark.platform.web.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.client.NamedOidcClient;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Exchanges a person's token for one that another service accepts, and keeps it until it expires. */
@Singleton
class ExchangedTokens {

    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final long MOST = 10_000;

    private final OidcClient issuer;
    private final String audience;
    private final Cache<String, Tokens> cache;

    ExchangedTokens(
            @NamedOidcClient("exchange") OidcClient issuer,
            @ConfigProperty(name = "waymark.exchange.audience") String audience,
            Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.creating((String token, Tokens exchanged) -> life(exchanged, clock)))
                .build();
    }

    Uni<String> forService(String token) {
        var known = cache.getIfPresent(token);
        if (known != null) {
            return Uni.createFrom().item(known.getAccessToken());
        }
        return issuer.getTokens(Map.of(
                        "subject_token",
                        token,
                        "requested_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        "audience",
                        audience))
                .invoke(exchanged -> cache.put(token, exchanged))
                .map(Tokens::getAccessToken);
    }

    private static Duration life(Tokens exchanged, Clock clock) {
        var expiresAt = exchanged.getAccessTokenExpiresAt();
        if (expiresAt == null) {
            return Duration.ZERO;
        }
        var left =
                Duration.ofSeconds(expiresAt - clock.instant().getEpochSecond()).minus(MARGIN);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
