package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * This service's own leaves, for its witnesses to keep: the outbox they came from would be lost together with the log, so
 * without copies elsewhere a log could not be rebuilt.
 */
@ApplicationScoped
class Copies {

    private static final int AT_ONCE = 200;

    private final Jdbc jdbc;

    /** A leaf with its place. */
    record Copy(long leafIndex, int epoch, Numbered event) {}

    Copies(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Those after a leaf and below a size, the first of them. */
    List<Copy> between(long after, long size) {
        return jdbc.list(
                "select leaf_index, epoch, seq, body, ciphertext from own_leaves(?, ?, ?)",
                row -> new Copy(
                        row.getLong(1), row.getInt(2), new Numbered(row.getLong(3), row.getBytes(4), row.getBytes(5))),
                after,
                size,
                AT_ONCE);
    }
}
