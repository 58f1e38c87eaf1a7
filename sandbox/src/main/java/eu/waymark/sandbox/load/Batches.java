package eu.waymark.sandbox.load;

import eu.waymark.sandbox.setup.SandboxProblem;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does a few pieces of work at a time. Handing over the next waits for a place, so that neither memory nor the services
 * fill up however much there is to do; after a failure nothing more is begun.
 */
final class Batches implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable SandboxProblem> failure = new AtomicReference<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws SandboxProblem when an earlier piece failed */
    void add(Runnable work) {
        takePlace();
        throwFailure();
        threads.execute(() -> {
            try {
                work.run();
            } catch (SandboxProblem e) {
                failure.compareAndSet(null, e);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, new SandboxProblem("Unexpected while loading: " + e, e));
            } finally {
                places.release();
            }
        });
    }

    /** Waits for all; call it last, for {@link #close} waits too but tells of no failure. */
    void finish() {
        threads.close();
        throwFailure();
    }

    private void takePlace() {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxProblem("Interrupted while loading", e);
        }
    }

    private void throwFailure() {
        SandboxProblem problem = failure.get();
        if (problem != null) {
            throw problem;
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
