package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.CommonProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How far the audit log is behind this service: the age of the oldest event that it has not acknowledged. */
@Singleton
class AuditLag {

    private final Duration limit;
    private final Clock clock;
    private volatile @Nullable Instant oldest;

    AuditLag(@ConfigProperty(name = "waymark.audit.max-lag") Duration limit, Clock clock, MeterRegistry metrics) {
        this.limit = limit;
        this.clock = clock;
        TimeGauge.builder("waymark.audit.lag", () -> age().toMillis(), TimeUnit.MILLISECONDS)
                .description("Age of the oldest audit event that the log has not acknowledged")
                .register(metrics);
    }

    /** @param oldest when the oldest unacknowledged event was written, null when there is none */
    void measured(@Nullable Instant oldest) {
        this.oldest = oldest;
    }

    /** Grows by itself between measurements, so that a relay that died cannot hide the lag. */
    private Duration age() {
        var since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 when content must not be read */
    void requireWithinLimit() {
        if (age().compareTo(limit) > 0) {
            throw CommonProblem.AUDIT_UNAVAILABLE
                    .because(
                            "The audit log is too far behind to read content. Protection goes on: entries, notices, emergencies.")
                    .retryAfter(30);
        }
    }
}
