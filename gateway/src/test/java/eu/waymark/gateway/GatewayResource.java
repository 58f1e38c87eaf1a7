package eu.waymark.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** An issuer and three services; the referral service is away. */
public class GatewayResource implements QuarkusTestResourceLifecycleManager {

    private final TestTokens tokens = new TestTokens();
    private final Map<String, FakeService> services = new HashMap<>();
    private final Socket away = new Socket();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (var name : new String[] {"register", "identity", "audit"}) {
            var service = new FakeService();
            services.put(name, service);
            config.put("waymark.services." + name + ".url", service.url());
        }
        config.put("waymark.services.referral.url", "http://127.0.0.1:" + portOfNobody());
        config.put("quarkus.oidc.public-key", tokens.publicKey());
        config.put("quarkus.oidc.token.issuer", TestTokens.ISSUER);
        config.put("quarkus.management.test-port", "0");
        config.put("waymark.gateway.rate.person", "30");
        config.put("waymark.gateway.rate.agency", "45");
        config.put("waymark.gateway.rate.machine", "60");
        config.put("waymark.gateway.upstream.answer-timeout", "1s");
        config.put("waymark.gateway.upstream.keep-alive", "1s");
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
        try {
            away.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A port that is taken and does not listen: one that was merely free might be somebody's the next moment. */
    private int portOfNobody() {
        try {
            away.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return away.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
