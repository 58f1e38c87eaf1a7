package eu.waymark.platform.persistence.crypto;

import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.jspecify.annotations.Nullable;

/** Agrees on a new secret after a while, so that nobody who finds one in a service's memory opens more than the last details. */
final class Encapsulations {

    /** Few enough that which events share a secret tells no more than their order and source, which are in the log. */
    static final int MOST = 256;

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final X25519PublicKeyParameters key;
    private final LongSupplier nanos;
    private @Nullable Encapsulation current;
    private long since;

    /** @param nanos a clock that is never set, as {@link System#nanoTime()} */
    Encapsulations(X25519PublicKeyParameters key, LongSupplier nanos) {
        this.key = key;
        this.nanos = nanos;
    }

    /** One that has not sealed this event yet, and will not again. */
    synchronized Encapsulation of(UUID event) {
        long now = nanos.getAsLong();
        var known = current;
        if (known != null && known.taken() < MOST && now - since < LONGEST.toNanos() && known.take(event)) {
            return known;
        }
        var fresh = new Encapsulation(key);
        fresh.take(event);
        current = fresh;
        since = now;
        return fresh;
    }
}
