package eu.waymark.audit.log;

import eu.waymark.log.note.Checkpoint;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The largest checkpoint that a witness holds and the log has not reached: what a restored backup must grow to. */
@Singleton
class RestoreTarget {

    private @Nullable Checkpoint checkpoint;

    synchronized void raise(Checkpoint shown) {
        if (checkpoint == null || checkpoint.size() < shown.size()) {
            checkpoint = shown;
        }
    }

    synchronized Optional<Checkpoint> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }

    synchronized void reached() {
        checkpoint = null;
    }
}
