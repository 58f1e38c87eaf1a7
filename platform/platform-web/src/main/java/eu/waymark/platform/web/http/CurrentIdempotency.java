package eu.waymark.platform.web.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The idempotency key of the current request, where it has one. */
@RequestScoped
public class CurrentIdempotency {

    private @Nullable IdempotencyKey key;

    public Optional<IdempotencyKey> key() {
        return Optional.ofNullable(key);
    }

    /** The key, once: the first work of a request claims it. */
    public Optional<IdempotencyKey> claim() {
        var claimed = key();
        key = null;
        return claimed;
    }

    public void set(IdempotencyKey key) {
        this.key = key;
    }
}
