package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.CommonProblem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is good enough for content to be read: how far the log is behind this service, and whether it
 * was found altered.
 */
@Singleton
public class AuditLag {

    private final Duration limit;
    private final Clock clock;
    private volatile @Nullable Instant oldest;
    /** Null where no relay runs, which is nowhere but in tests. */
    private volatile @Nullable Instant measuredAt;

    private volatile boolean altered;

    AuditLag(@ConfigProperty(name = "waymark.audit.max-lag") Duration limit, Clock clock, MeterRegistry metrics) {
        this.limit = limit;
        this.clock = clock;
        TimeGauge.builder("waymark.audit.lag", () -> age().toMillis(), TimeUnit.MILLISECONDS)
                .description(
                        "Age of the oldest audit event that the log has not acknowledged, or of the last look for one")
                .register(metrics);
        Gauge.builder("waymark.audit.log.altered", () -> altered ? 1 : 0)
                .description("1 while proof that the audit log was altered is unresolved, and content is not read")
                .register(metrics);
    }

    /** From now on a relay measures, and while it is silent nobody knows what waits: its silence counts as lag. */
    public void expectMeasurements() {
        measuredAt = clock.instant();
    }

    /**
     * What the relay of this replica found, whether or not it could send.
     *
     * @param oldest when the oldest unacknowledged event was written, null when there is none
     * @param altered whether there is unresolved proof that the log was altered
     */
    public void measured(@Nullable Instant oldest, boolean altered) {
        if (measuredAt != null) {
            measuredAt = clock.instant();
        }
        this.oldest = oldest;
        this.altered = altered;
    }

    /** Grows by itself between measurements, so that a relay that died or hangs cannot hide the lag, even if it was idle. */
    private Duration age() {
        var waiting = oldest;
        var since = waiting == null ? measuredAt : waiting;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 503 when content must not be read */
    void requireWithinLimit() {
        if (altered) {
            throw CommonProblem.AUDIT_UNAVAILABLE
                    .because(
                            "The audit log failed a check, and content waits for its operator. Protection goes on: entries, notices, emergencies.")
                    .retryAfter(300);
        }
        if (age().compareTo(limit) > 0) {
            throw CommonProblem.AUDIT_UNAVAILABLE
                    .because(
                            "The audit log is too far behind to read content. Protection goes on: entries, notices, emergencies.")
                    .retryAfter(30);
        }
    }
}
