package eu.waymark.register.webhook;

import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** A register that calls its own machine for whoever registers a webhook opens to them what only it can reach. */
@Singleton
class LoopbackCheck implements ProductionCheck {

    private final Config config;

    LoopbackCheck(Config config) {
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        return config.getOptionalValue(Destinations.LOOPBACK_ALLOWED, Boolean.class)
                        .orElse(false)
                ? Stream.of("Webhooks may call this machine itself, and without TLS: remove "
                        + Destinations.LOOPBACK_ALLOWED + ", which is for tests and the sandbox.")
                : Stream.empty();
    }
}
