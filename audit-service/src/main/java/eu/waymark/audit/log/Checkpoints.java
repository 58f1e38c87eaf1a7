package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Optional;

/** The checkpoints that the log has signed. */
@ApplicationScoped
class Checkpoints {

    private final Jdbc jdbc;
    private final Clock clock;

    /** A size of the log, and the note that vouches for it. */
    record Signed(long size, String note) {}

    Checkpoints(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Signed> newest() {
        return jdbc.first(
                "select size, note from checkpoint order by size desc limit 1",
                row -> new Signed(row.getLong(1), row.getString(2)));
    }

    /** Stores a checkpoint; a replica that was faster has stored the same bytes, since Ed25519 is deterministic. */
    void add(Signed checkpoint) {
        jdbc.insert(
                "insert into checkpoint (size, note, signed_at) values (?, ?, ?) on conflict (size) do nothing",
                Collections.singletonList(
                        new Object[] {checkpoint.size(), checkpoint.note(), OffsetDateTime.now(clock)}));
    }
}
