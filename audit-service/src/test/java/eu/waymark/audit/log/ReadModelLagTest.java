package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.Tampering;
import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever operates the log is told when what is searched stays behind it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ReadModelLagTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    /** What keeps every replica from filling the tables. */
    private static final String FROZEN = "select pg_advisory_lock(x'726561646d6f64'::bigint)";

    @Inject
    LogWatch watch;

    @Inject
    MeterRegistry metrics;

    @Inject
    Jdbc jdbc;

    @Test
    void tablesThatStayBehindAreMeasuredAndAlarmedOnceUntilTheyHaveCaughtUp() throws Exception {
        // Given
        var source = SampleEvent.freshSource();
        var first = AuditLog.append(source, SampleEvent.of(source, 1), SampleEvent.of(source, 2));
        var before = alarms();
        try (var frozen = Database.asOwner();
                var statement = frozen.createStatement()) {
            statement.execute(FROZEN);
            Tampering.with(
                    "delete from guarded.access_event where leaf_index >= " + first,
                    "delete from guarded.event_subject where leaf_index >= " + first,
                    "delete from guarded.sealed_index where leaf_index >= " + first);

            // When
            await().until(() -> {
                watch.look();
                return alarms() > before;
            });
            watch.look();

            // Then
            assertThat(alarms()).isEqualTo(before + 1);
            assertThat(behind()).isGreaterThanOrEqualTo(2);
            assertThat(lagInSeconds()).isGreaterThan(1);
        }

        // When
        await().until(() -> {
            watch.look();
            return behind() == 0;
        });

        // Then
        assertThat(lagInSeconds()).isZero();
    }

    @Test
    void aLogThatGrowsWhileItsTablesFollowIsNotBehindForLong() {
        // Given
        var lag = new ReadModelLag(jdbc, Clock.systemUTC(), new SimpleMeterRegistry());
        lag.measured(100, 100, NOON);

        // When
        lag.measured(200, 150, NOON.plusSeconds(30));
        var following = lag.measured(300, 250, NOON.plusSeconds(60));
        var stuck = lag.measured(400, 250, NOON.plusSeconds(90));

        // Then
        assertThat(following.since()).isZero();
        assertThat(stuck).isEqualTo(new ReadModelLag.Behind(250, 150, Duration.ofSeconds(30)));
    }

    @Test
    void aLogThatBecameShorterIsNotBehind() {
        // Given
        var lag = new ReadModelLag(jdbc, Clock.systemUTC(), new SimpleMeterRegistry());
        lag.measured(100, 50, NOON);

        // When
        var restored = lag.measured(40, 40, NOON.plusSeconds(30));

        // Then
        assertThat(restored).isEqualTo(new ReadModelLag.Behind(40, 0, Duration.ZERO));
    }

    private double behind() {
        return metrics.get("waymark.log.read.model.behind").gauge().value();
    }

    private double lagInSeconds() {
        return metrics.get("waymark.log.read.model.lag").timeGauge().value(TimeUnit.SECONDS);
    }

    private static long alarms() throws SQLException {
        try (var owner = Database.asOwner();
                var rows = owner.createStatement()
                        .executeQuery("select count(*) from audit_outbox where event like '%\"read-model-behind\"%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
