package eu.waymark.audit.log;

import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The name of a log cannot be changed once it has signed, so production must not begin under the example's. */
@Singleton
class LogNameCheck implements ProductionCheck {

    private static final String EXAMPLE = "waymark.example/";

    private final LogConfig config;

    LogNameCheck(LogConfig config) {
        this.config = config;
    }

    @Override
    public Stream<String> faults() {
        return Stream.of(config.origin())
                .filter(origin -> origin.startsWith(EXAMPLE))
                .map(_ -> "The log bears the example's name: set waymark.log.origin to a name of your own.");
    }
}
