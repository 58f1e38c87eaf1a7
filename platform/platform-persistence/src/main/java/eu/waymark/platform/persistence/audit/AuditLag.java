package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.CommonProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far the audit log is behind this service: the age of the oldest event that it has not acknowledged. */
@Singleton
class AuditLag {

    private final Duration limit;
    private volatile Duration oldest = Duration.ZERO;

    AuditLag(@ConfigProperty(name = "waymark.audit.max-lag") Duration limit, MeterRegistry metrics) {
        this.limit = limit;
        TimeGauge.builder("waymark.audit.lag", () -> oldest.toMillis(), TimeUnit.MILLISECONDS)
                .description("Age of the oldest audit event that the log has not acknowledged")
                .register(metrics);
    }

    void measured(Duration age) {
        oldest = age;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 when content must not be read */
    void requireWithinLimit() {
        if (oldest.compareTo(limit) > 0) {
            throw CommonProblem.AUDIT_UNAVAILABLE
                    .because(
                            "The audit log is too far behind to read content. Protection goes on: entries, notices, emergencies.")
                    .retryAfter(30);
        }
    }
}
