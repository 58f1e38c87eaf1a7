package eu.waymark.platform.persistence.metric;

import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Measures the backlog on every replica: what one replica alone does, another may find undone. */
@Singleton
class BacklogGauges {

    private static final Logger LOG = Logger.getLogger(BacklogGauges.class);
    private static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, Double.NaN);
    private static final String MEASURE = """
            with taken as (
                select min(coalesce(position, 0)) as position from unnest(?::text[]) s left join fact_cursor on subscriber = s)
            select coalesce((select extract(epoch from now() - min(time)) from fact_outbox, taken
                              where fact_outbox.position is null or fact_outbox.position > taken.position), 0),
                   (select count(*) from fact_dead_letter),
                   coalesce((select extract(epoch from now() - verified_at) from audit_witness), 0)""";

    private final AgroalDataSource database;
    private final String[] subscribers;
    private volatile Backlog backlog = Backlog.NONE;

    BacklogGauges(
            @DataSource("relay") AgroalDataSource database,
            @ConfigProperty(name = "waymark.facts.subscribers") Optional<List<String>> subscribers,
            MeterRegistry metrics) {
        this.database = database;
        this.subscribers = subscribers.orElse(List.of()).toArray(String[]::new);
        gauge(
                metrics,
                "waymark.facts.waiting",
                "seconds",
                Backlog::factsWaiting,
                "Age of the oldest fact not delivered");
        gauge(
                metrics,
                "waymark.facts.dead.letters",
                null,
                Backlog::deadLetters,
                "Facts that a subscriber refused for good");
        gauge(
                metrics,
                "waymark.audit.checkpoint.age",
                "seconds",
                Backlog::checkpointAge,
                "Age of the last checkpoint verified");
    }

    private void gauge(
            MeterRegistry metrics, String name, @Nullable String unit, ToDoubleFunction<Backlog> value, String text) {
        Gauge.builder(name, () -> value.applyAsDouble(backlog))
                .baseUnit(unit)
                .description(text)
                .register(metrics);
    }

    @Scheduled(every = "{waymark.metrics.interval}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void measure() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(MEASURE)) {
            select.setArray(1, connection.createArrayOf("text", subscribers));
            try (var rows = select.executeQuery()) {
                rows.next();
                var waiting = subscribers.length == 0 ? 0 : rows.getDouble(1);
                backlog = new Backlog(Math.max(0, waiting), rows.getDouble(2), rows.getDouble(3));
            }
        } catch (SQLException away) {
            // No number: an old one would look like a calm that nobody has seen.
            backlog = UNKNOWN;
            LOG.warnf("The backlog cannot be measured: %s", Faults.describe(away));
        }
    }
}
