package eu.waymark.sandbox.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls for something that has no event. */
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(100);

    private Waiting() {}

    /** Whether the condition came true in time; gives up early when the thread is interrupted. */
    public static boolean until(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return condition.getAsBoolean();
            }
        }
        return true;
    }
}
