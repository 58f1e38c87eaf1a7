package eu.waymark.identity.privatequery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets answers, refusals too, leave at multiples of one duration after the question came. Work takes a small part of the
 * first, so the time tells nothing about who was found.
 */
@Singleton
class Tick {

    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final Duration tick;
    private final Timer worked;

    Tick(PrivateQuerySettings settings, MeterRegistry metrics) {
        this.tick = settings.tick();
        this.worked = Timer.builder("waymark.private.query.work")
                .description("Time of private queries without the wait for the tick")
                .publishPercentiles(MEDIAN, NEARLY_ALL)
                .register(metrics);
    }

    /** Does the work at once and gives its outcome when it is time. Holds no thread meanwhile. */
    <T> Uni<T> after(Supplier<T> work) {
        long began = System.nanoTime();
        var outcome = outcome(work);
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        worked.record(elapsed);
        var pause = remaining(elapsed, tick);
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> outcome);
    }

    /** From now to the next multiple; never nothing, for what took exactly one is late already. */
    static Duration remaining(Duration elapsed, Duration tick) {
        return tick.minusNanos(elapsed.toNanos() % tick.toNanos());
    }

    private static <T> Uni<T> outcome(Supplier<T> work) {
        try {
            return Uni.createFrom().item(work.get());
        } catch (RuntimeException refused) {
            return Uni.createFrom().failure(refused);
        }
    }
}
