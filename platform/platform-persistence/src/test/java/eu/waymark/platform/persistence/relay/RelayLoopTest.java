package eu.waymark.platform.persistence.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.waymark.platform.persistence.relay.AuditRelay.Turn;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayLoopTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicBoolean begun = new AtomicBoolean();

    @Test
    void it_takes_turns_until_it_is_stopped() throws InterruptedException {
        var loop = loop(Duration.ofMillis(1), Turn.DONE);
        loop.start(new StartupEvent());
        await().until(() -> turns.get() > 3);
        assertThat(begun).isTrue();

        loop.stop(new ShutdownEvent());

        var end = turns.get();
        Thread.sleep(50);
        assertThat(turns).hasValue(end);
    }

    @Test
    void off_means_that_none_is_taken() throws InterruptedException {
        var loop = new RelayLoop(
                () -> Turn.values()[turns.getAndIncrement() % 3], () -> begun.set(true), Every.parse("off"));
        loop.start(new StartupEvent());
        Thread.sleep(50);
        assertThat(turns).hasValue(0);
        assertThat(begun).isFalse();
        loop.stop(new ShutdownEvent());
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, NoClassDefFoundError.class})
    void a_turn_that_fails_in_an_unforeseen_way_ends_nothing(Class<? extends Throwable> unforeseen)
            throws InterruptedException {
        var loop = new RelayLoop(
                () -> {
                    turns.incrementAndGet();
                    throw sneaky(unforeseen);
                },
                () -> begun.set(true),
                Optional.of(Duration.ofMillis(1)));
        loop.start(new StartupEvent());
        await().until(() -> turns.get() > 2);
        loop.stop(new ShutdownEvent());
    }

    @Test
    void stopping_waits_for_the_turn_to_end() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var loop = new RelayLoop(
                () -> {
                    inside.countDown();
                    pause(200);
                    turns.incrementAndGet();
                    return Turn.DONE;
                },
                () -> begun.set(true),
                Optional.of(INTERVAL));
        loop.start(new StartupEvent());
        inside.await();
        loop.stop(new ShutdownEvent());
        assertThat(turns).hasValue(1);
    }

    @Test
    void after_failures_it_waits_longer_and_longer_up_to_five_seconds() {
        var pause = INTERVAL;
        for (var failures = 0; failures < 10; failures++) {
            var longer = RelayLoop.next(Turn.FAILED, pause, INTERVAL);
            assertThat(longer).isGreaterThanOrEqualTo(pause);
            pause = longer;
        }
        assertThat(pause).isEqualTo(Duration.ofSeconds(5));
        assertThat(RelayLoop.next(Turn.DONE, pause, INTERVAL)).isEqualTo(INTERVAL);
        assertThat(RelayLoop.next(Turn.MORE, pause, INTERVAL)).isEqualTo(Duration.ZERO);
        assertThat(RelayLoop.next(Turn.FAILED, Duration.ZERO, INTERVAL)).isGreaterThan(INTERVAL);
    }

    private RelayLoop loop(Duration interval, Turn turn) {
        return new RelayLoop(
                () -> {
                    turns.incrementAndGet();
                    return turn;
                },
                () -> begun.set(true),
                Optional.of(interval));
    }

    /** Errors are not declared, and a supplier may declare nothing. */
    private static RuntimeException sneaky(Class<? extends Throwable> unforeseen) {
        var thrown = instance(unforeseen);
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    private static Throwable instance(Class<? extends Throwable> unforeseen) {
        try {
            return unforeseen.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
