package eu.waymark.log.verifier;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Threads that work on many items at once, while whoever waits sees the results one by one and in order. */
final class Workers implements AutoCloseable {

    /** Enough that no thread waits for the slowest, and few enough to bound the memory. */
    private static final int AHEAD_PER_THREAD = 4;

    private final ExecutorService executor;
    private final int ahead;

    Workers(int threads) {
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
        this.ahead = threads * AHEAD_PER_THREAD;
    }

    /** What fails first in order is thrown, however late it failed. The jobs must not use the workers themselves. */
    <T, R> void inOrder(Stream<T> items, Function<T, R> job, Consumer<R> consumer) {
        var running = new ArrayDeque<Future<R>>();
        try {
            for (var item : (Iterable<T>) items::iterator) {
                if (running.size() == ahead) {
                    consumer.accept(result(running.remove()));
                }
                Callable<R> task = () -> job.apply(item);
                running.add(executor.submit(task));
            }
            while (!running.isEmpty()) {
                consumer.accept(result(running.remove()));
            }
        } finally {
            running.forEach(future -> future.cancel(true));
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("A job throws nothing checked", e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static UndecidedException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UndecidedException("Interrupted before the check was complete", e);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
