package eu.waymark.identity.privatequery;

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

    private final Duration tick;

    Tick(PrivateQuerySettings settings) {
        this.tick = settings.tick();
    }

    /** Does the work at once and gives its outcome when it is time. Holds no thread meanwhile. */
    <T> Uni<T> after(Supplier<T> work) {
        long began = System.nanoTime();
        var outcome = outcome(work);
        var pause = remaining(Duration.ofNanos(System.nanoTime() - began), tick);
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
