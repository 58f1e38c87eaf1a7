package eu.waymark.platform.persistence.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to the audit log. */
@FunctionalInterface
public interface AuditLogClient {

    /**
     * Appends events of one source, in order: all of them or none. Sending the same ones again is harmless.
     *
     * @return the place of each event in the log
     * @throws AuditLogException when the log did not take them
     */
    List<Acknowledged> append(String source, int epoch, List<Numbered> events);

    /**
     * Whether this very service holds the log. It is then no witness of it, and an event that is acknowledged needs no
     * further proof.
     */
    default boolean holdsTheLog() {
        return true;
    }

    /**
     * An event with its dense number and its canonical bytes.
     *
     * @param sealed encrypted details that travel beside the event
     */
    record Numbered(long seq, byte[] body, byte @Nullable [] sealed) {

        public Numbered(long seq, byte[] body) {
            this(seq, body, null);
        }
    }

    /** Where the log keeps an event. */
    record Acknowledged(long seq, long leafIndex) {}
}
