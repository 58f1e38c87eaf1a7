package eu.waymark.platform.web.readiness;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the issuer has answered once: a replica that can check nobody's token takes no requests, so that an update with a
 * wrong issuer does not take the place of replicas that can. An issuer that goes away later changes nothing here.
 */
@Readiness
@Singleton
final class IssuerReached implements AsyncHealthCheck {

    static final String NAME = "Issuer";

    /** Shorter than the patience of a probe. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BooleanSupplier reached;
    private final Supplier<Uni<?>> ask;
    private final String url;

    @Inject
    IssuerReached(
            TenantConfigBean tenants, @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> url) {
        this(tenants.getDefaultTenant()::ready, tenants.getDefaultTenant()::initialize, url.orElse("none"));
    }

    /**
     * @param reached whether the issuer has answered
     * @param ask asks it anew; fails while it is away
     * @param url what is asked, for the answer
     */
    IssuerReached(BooleanSupplier reached, Supplier<Uni<?>> ask, String url) {
        this.reached = reached;
        this.ask = ask;
        this.url = url;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (reached.getAsBoolean()) {
            return Uni.createFrom().item(HealthCheckResponse.up(NAME));
        }
        return ask.get()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(asked -> answer())
                .onFailure()
                .recoverWithItem(this::answer);
    }

    private HealthCheckResponse answer() {
        return HealthCheckResponse.named(NAME)
                .status(reached.getAsBoolean())
                .withData("url", url)
                .build();
    }
}
