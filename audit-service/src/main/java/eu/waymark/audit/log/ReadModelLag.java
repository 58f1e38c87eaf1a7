package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** How far the tables that are searched are behind the log, and for how long at least. */
@Singleton
class ReadModelLag {

    private final Jdbc jdbc;
    private final Clock clock;
    /** Leaves that were in the log at a moment. Until the tables have them all, they have been behind since then. */
    private Mark mark = new Mark(0, Instant.MAX);

    private volatile Behind behind = new Behind(0, 0, Duration.ZERO);

    private record Mark(long size, Instant at) {}

    /**
     * What the tables lack.
     *
     * @param from the first leaf
     * @param leaves how many, from there on
     * @param since how long the first of them has been in the log, or longer
     */
    record Behind(long from, long leaves, Duration since) {}

    ReadModelLag(Jdbc jdbc, Clock clock, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("waymark.log.read.model.behind", () -> behind.leaves)
                .description("Leaves that cannot be searched yet")
                .register(metrics);
        TimeGauge.builder("waymark.log.read.model.lag", () -> behind.since.toMillis(), TimeUnit.MILLISECONDS)
                .description("For how long the first of them has been in the log")
                .register(metrics);
    }

    /** A database that is away is reported by the scheduler, which goes on. */
    @Scheduled(
            every = "${waymark.log.watch-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        measure();
    }

    Behind measure() {
        var size = LogConnection.size(jdbc);
        return measured(size, ReadModelConnection.reached(jdbc, size), clock.instant());
    }

    synchronized Behind measured(long size, long reached, Instant now) {
        if (reached >= size || reached >= mark.size) {
            mark = new Mark(size, now);
        }
        behind = new Behind(reached, size - reached, Duration.between(mark.at, now));
        return behind;
    }
}
