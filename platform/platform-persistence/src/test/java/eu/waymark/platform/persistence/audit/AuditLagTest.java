package eu.waymark.platform.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.platform.web.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AuditLagTest {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final AuditLag lag = new AuditLag(LIMIT, clock(), metrics);

    @Test
    void a_relay_that_died_while_idle_hides_no_lag() {
        lag.expectMeasurements();
        lag.measured(null, false);
        now = now.plus(Duration.ofMinutes(16));
        assertStopped();
        assertThat(metric()).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void a_relay_that_never_measured_hides_none_either() {
        lag.expectMeasurements();
        now = now.plus(Duration.ofMinutes(16));
        assertStopped();
    }

    @Test
    void a_relay_that_goes_on_measuring_stops_nothing() {
        lag.expectMeasurements();
        for (var minutes = 0; minutes < 32; minutes++) {
            now = now.plus(Duration.ofMinutes(1));
            assertReadable();
            lag.measured(null, false);
        }
        assertThat(metric()).isZero();
    }

    @Test
    void content_is_read_again_as_soon_as_the_relay_is_back() {
        lag.expectMeasurements();
        now = now.plus(Duration.ofMinutes(16));
        assertStopped();
        lag.measured(null, false);
        assertReadable();
    }

    @Test
    void what_waits_counts_from_when_it_was_written_however_fresh_the_measurement() {
        lag.expectMeasurements();
        lag.measured(now.minus(Duration.ofMinutes(16)), false);
        assertStopped();
        assertThat(metric()).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void where_no_relay_runs_nothing_is_expected() {
        now = now.plus(Duration.ofDays(1));
        assertReadable();
    }

    private void assertStopped() {
        assertThatThrownBy(lag::requireWithinLimit)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(503));
    }

    private void assertReadable() {
        assertThatCode(lag::requireWithinLimit).doesNotThrowAnyException();
    }

    private Duration metric() {
        return Duration.ofMillis(
                (long) metrics.get("waymark.audit.lag").timeGauge().value(TimeUnit.MILLISECONDS));
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
