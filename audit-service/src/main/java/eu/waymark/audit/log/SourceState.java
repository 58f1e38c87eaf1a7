package eu.waymark.audit.log;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How far a source has come.
 *
 * @param epoch the newest one, 0 before the first
 * @param last the number of its last event, 0 before the first
 * @param eventHash SHA-256 of that event's bytes
 */
record SourceState(int epoch, long last, byte @Nullable [] eventHash) {

    static final SourceState NEW = new SourceState(0, 0, null);

    /** What the next event of this epoch must call the one before it. */
    @Nullable
    String prev() {
        return eventHash == null ? null : Base64.getEncoder().encodeToString(eventHash);
    }
}
