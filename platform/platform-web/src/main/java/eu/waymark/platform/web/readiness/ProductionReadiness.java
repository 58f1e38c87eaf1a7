package eu.waymark.platform.web.readiness;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Stops the start of a production service whose configuration is unsafe. */
@Singleton
class ProductionReadiness {

    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);

    private final Instance<ProductionCheck> checks;

    ProductionReadiness(Instance<ProductionCheck> checks) {
        this.checks = checks;
    }

    void onStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("sandbox")) {
            refuse(checks.stream().flatMap(ProductionCheck::faults).toList());
        }
    }

    static void refuse(List<String> faults) {
        if (faults.isEmpty()) {
            return;
        }
        faults.forEach(fault -> LOG.errorf("Unsafe configuration: %s", fault));
        throw new IllegalStateException("Start refused: " + faults.size() + " unsafe settings, listed above");
    }
}
