package eu.waymark.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** An issuer and three services; the referral service is away. */
public class GatewayResource implements QuarkusTestResourceLifecycleManager {

    private final TestTokens tokens = new TestTokens();
    private final Map<String, FakeService> services = new HashMap<>();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (var name : new String[] {"register", "identity", "audit"}) {
            var service = new FakeService();
            services.put(name, service);
            config.put("waymark.services." + name + ".url", service.url());
        }
        config.put("waymark.services.referral.url", "http://localhost:" + closedPort());
        config.put("quarkus.oidc.public-key", tokens.publicKey());
        config.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        config.put("quarkus.management.test-port", "0");
        config.put("waymark.gateway.rate.person", "30");
        config.put("waymark.gateway.rate.agency", "45");
        config.put("waymark.gateway.rate.machine", "60");
        config.put("waymark.gateway.upstream.answer-timeout", "1s");
        config.put("waymark.gateway.body.timeout", "2s");
        config.put("waymark.gateway.openapi.cache", "1ms");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(TestTokens.class));
        injector.injectIntoFields(
                new Services(services.get("register"), services.get("identity"), services.get("audit")),
                new TestInjector.MatchesType(Services.class));
    }

    /** The services that are there. */
    public record Services(FakeService register, FakeService identity, FakeService audit) {}

    @Override
    public void stop() {
        services.values().forEach(FakeService::close);
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
