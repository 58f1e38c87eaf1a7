package eu.waymark.sandbox.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to a statement on its way. */
final class Trap {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Moment moment;
    private final String start;
    private final AtomicInteger left;
    private final Deed deed;
    private final CountDownLatch struck = new CountDownLatch(1);
    private final CountDownLatch lifted = new CountDownLatch(1);

    /** What a trap does, in the connection's own thread: while it lasts, nothing passes. */
    @FunctionalInterface
    interface Deed {
        void to(WireSession session, Trap trap) throws IOException;
    }

    /** @param start how the statement begins, in lower case */
    Trap(Moment moment, String start, int times, Deed deed) {
        this.moment = moment;
        this.start = start;
        this.left = new AtomicInteger(times);
        this.deed = deed;
    }

    /** Cuts the connection, once. */
    static Trap cut(Moment moment, String start) {
        return new Trap(moment, start, 1, (session, _) -> session.cut());
    }

    /** Holds the statement until the trap is lifted, once. */
    static Trap hold(Moment moment, String start) {
        return new Trap(moment, start, 1, (_, trap) -> trap.hold());
    }

    /** Makes every such statement slow. */
    static Trap slow(Moment moment, String start, Duration delay) {
        return new Trap(moment, start, Integer.MAX_VALUE, (_, trap) -> trap.pause(delay));
    }

    void meet(Moment now, String sql, WireSession session) throws IOException {
        if (now == moment && sql.startsWith(start) && left.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
            struck.countDown();
            deed.to(session, this);
        }
    }

    /** Waits until it has done its deed for the first time. */
    void awaitStrike() throws InterruptedException {
        if (!struck.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("No such statement passed: " + start);
        }
    }

    void lift() {
        left.set(0);
        lifted.countDown();
    }

    void hold() {
        pause(Duration.ofMinutes(5));
    }

    private void pause(Duration most) {
        try {
            var _ = lifted.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
