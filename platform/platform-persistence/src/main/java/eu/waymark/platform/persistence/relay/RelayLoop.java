package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.audit.AuditLag;
import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the audit relay in a thread of its own: the scheduler ticks once a second at most, and coverage by a cosigned
 * checkpoint is promised faster. After a turn that failed it waits longer and longer, so that a refusal is no storm.
 */
@Singleton
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Supplier<Turn> relay;
    private final Runnable begin;
    private final Optional<Duration> interval;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Inject
    RelayLoop(AuditRelay relay, AuditLag lag, @ConfigProperty(name = "waymark.relay.interval") String interval) {
        this(relay::run, lag::expectMeasurements, Every.parse(interval));
    }

    RelayLoop(Supplier<Turn> relay, Runnable begin, Optional<Duration> interval) {
        this.relay = relay;
        this.begin = begin;
        this.interval = interval;
    }

    /** Late, so that unsafe configuration has stopped the start before anything is sent. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        interval.ifPresent(pause -> {
            begin.run();
            thread = Thread.ofPlatform().daemon().name("audit-relay").start(() -> loop(pause));
        });
    }

    /** Lets the turn end; one that hangs in a call is interrupted. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null && !thread.join(GRACE)) {
            thread.interrupt();
            thread.join(GRACE);
        }
    }

    private void loop(Duration interval) {
        try {
            var pause = interval;
            do {
                pause = next(turn(), pause, interval);
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Turn turn() {
        try {
            return relay.get();
        } catch (Throwable failed) {
            // An Error too: without this thread nothing would reach the log until the next start.
            LOG.errorf("A turn of the audit relay failed: %s", Faults.describe(failed));
            return Turn.FAILED;
        }
    }

    static Duration next(Turn turn, Duration pause, Duration interval) {
        return switch (turn) {
            case MORE -> Duration.ZERO;
            case DONE -> interval;
            case FAILED -> longer(pause.isZero() ? interval : pause, interval);
        };
    }

    private static Duration longer(Duration pause, Duration interval) {
        var twice = pause.multipliedBy(2);
        var longest = LONGEST.compareTo(interval) > 0 ? LONGEST : interval;
        return twice.compareTo(longest) < 0 ? twice : longest;
    }
}
