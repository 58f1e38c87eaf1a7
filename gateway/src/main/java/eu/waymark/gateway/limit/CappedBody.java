package eu.waymark.gateway.limit;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that fails once it has grown past its limit, so that what it is piped into is reset and never sees a complete
 * request.
 */
public final class CappedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable whenComplete;
    private long seen;
    private @Nullable Handler<Throwable> onFailure;

    /**
     * Caps a body.
     *
     * @param limit bytes
     * @param whenComplete run once the body has come to its end within the limit
     */
    public CappedBody(ReadStream<Buffer> source, long limit, Runnable whenComplete) {
        this.source = source;
        this.limit = limit;
        this.whenComplete = whenComplete;
    }

    /** Whether the body has been cut off. */
    public boolean isCut() {
        return seen > limit;
    }

    @Override
    public CappedBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (isCut()) {
            return;
        }
        seen += chunk.length();
        if (!isCut()) {
            handler.handle(chunk);
        } else if (onFailure != null) {
            onFailure.handle(new BodyTooLargeException());
        }
    }

    @Override
    public CappedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public CappedBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!isCut()) {
                                handler.handle(end);
                                whenComplete.run();
                            }
                        });
        return this;
    }

    @Override
    public CappedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public CappedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public CappedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    private static final class BodyTooLargeException extends Exception {

        private static final long serialVersionUID = 1L;

        private BodyTooLargeException() {
            super("The body has grown past its limit", null, false, false);
        }
    }
}
