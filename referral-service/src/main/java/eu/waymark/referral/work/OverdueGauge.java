package eu.waymark.referral.work;

import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** How much work is overdue, for operators: a number that only grows says that reminders reach nobody. */
@Singleton
class OverdueGauge {

    private static final Logger LOG = Logger.getLogger(OverdueGauge.class);

    private final AgroalDataSource database;
    private volatile long overdue;

    OverdueGauge(AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("waymark.work.overdue", () -> overdue)
                .description("Open work of all agencies that is past its due date")
                .register(metrics);
    }

    @Scheduled(every = "{waymark.metrics.interval}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select work_overdue()");
                var rows = select.executeQuery()) {
            rows.next();
            overdue = rows.getLong(1);
        } catch (SQLException away) {
            LOG.warnf("Overdue work cannot be counted: %s", Faults.describe(away));
        }
    }
}
