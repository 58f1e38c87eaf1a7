package eu.waymark.platform.persistence.relay;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;

/** How often something is done: a duration, or {@code off}. */
final class Every {

    private static final String OFF = "off";

    private Every() {}

    static Optional<Duration> parse(String text) {
        return text.strip().equalsIgnoreCase(OFF)
                ? Optional.empty()
                : Optional.of(DurationConverter.parseDuration(text));
    }
}
