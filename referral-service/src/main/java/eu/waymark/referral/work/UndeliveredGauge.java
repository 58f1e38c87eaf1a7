package eu.waymark.referral.work;

import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** What others should have been told long ago and were not, for operators: nobody else would notice. */
@Singleton
class UndeliveredGauge {

    /** So long a partner can be away before somebody has to see to it (domain, S9). */
    private static final Duration LONGEST_AWAY = Duration.ofHours(48);

    private static final Logger LOG = Logger.getLogger(UndeliveredGauge.class);

    private final AgroalDataSource database;
    private final Clock clock;
    private volatile long undelivered;

    UndeliveredGauge(AgroalDataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("waymark.work.undelivered", () -> undelivered)
                .description("Facts that a service refused for good, or that have waited for it for 48 hours")
                .register(metrics);
    }

    @Scheduled(every = "{waymark.metrics.interval}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from undelivered_facts(?, null, 10000)")) {
            select.setObject(1, clock.instant().minus(LONGEST_AWAY).atOffset(ZoneOffset.UTC));
            try (var rows = select.executeQuery()) {
                undelivered = rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException away) {
            LOG.warnf("Undelivered facts cannot be counted: %s", Faults.describe(away));
        }
    }
}
