package eu.waymark.identity.imports;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has a thread of its own read the next part while the last one is worked on, and no further. */
final class ReadingAhead<T> implements AutoCloseable {

    private final Callable<T> source;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private Future<T> next;

    /** @param source gives one part after the other */
    ReadingAhead(Callable<T> source) {
        this.source = source;
        this.next = thread.submit(source);
    }

    /**
     * The next part.
     *
     * @throws IOException as the source threw it
     */
    T next() throws IOException {
        try {
            var part = next.get();
            next = thread.submit(source);
            return part;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException brokenOff) {
                throw brokenOff;
            }
            if (failed.getCause() instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw new IllegalStateException("Reading failed", failed.getCause());
        }
    }

    /** Ends the thread, whatever it waits for. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
