package eu.waymark.platform.web.readiness;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Unsafe settings that any service can have. */
@Singleton
class CommonChecks implements ProductionCheck {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String CLIENT_ID = "quarkus.oidc.client-id";
    private static final String CLIENT_SECRET = "quarkus.oidc.credentials.secret";
    private static final String TRUSTED_PROXIES = "quarkus.http.proxy.trusted-proxies";
    private static final int SHORTEST_SECRET = 24;

    private final Config config;

    CommonChecks(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        return Stream.of(issuer(), client(), secret(), proxies()).flatMap(fault -> fault);
    }

    private Stream<String> issuer() {
        var issuer = config.getOptionalValue(ISSUER, String.class).map(URI::create);
        if (issuer.isEmpty()) {
            return Stream.of("No issuer: set " + ISSUER + " to the realm of your identity provider.");
        }
        var loopback = issuer.map(URI::getHost).filter(LOOPBACK::contains).isPresent();
        return loopback || !"https".equals(issuer.get().getScheme())
                ? Stream.of("The issuer is a sandbox's: set " + ISSUER + " to an https address.")
                : Stream.empty();
    }

    private Stream<String> client() {
        return config
                .getOptionalValue(CLIENT_ID, String.class)
                .filter(client -> client.contains("sandbox"))
                .map(client ->
                        "The client is the sandbox's: set " + CLIENT_ID + " to one that knows no password grant.")
                .stream();
    }

    private Stream<String> secret() {
        return config
                .getOptionalValue(CLIENT_SECRET, String.class)
                .filter(secret -> secret.length() < SHORTEST_SECRET)
                .map(secret -> "The client secret is too short: set " + CLIENT_SECRET + " to a random value.")
                .stream();
    }

    private Stream<String> proxies() {
        var forwarding = config.getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", Boolean.class)
                .orElse(false);
        var trusted = config.getOptionalValue(TRUSTED_PROXIES, String.class);
        return forwarding && trusted.isEmpty()
                ? Stream.of("Every proxy is trusted: set " + TRUSTED_PROXIES + " to the addresses of yours.")
                : Stream.empty();
    }
}
