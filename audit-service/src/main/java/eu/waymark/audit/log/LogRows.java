package eu.waymark.audit.log;

import eu.waymark.log.TileHashes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/** What a group adds to the database: leaves, what they say in columns, and the tiles they fill. */
final class LogRows {

    private final BinaryCopy leaves = new BinaryCopy("guarded.leaf", "leaf_index, source, epoch, seq, leaf_hash, body");
    private final BinaryCopy events = new BinaryCopy(
            "guarded.access_event",
            "leaf_index, event_id, recorded, returned, source, type, action, outcome, outcome_code, actor, agency, country,"
                    + " client, purpose, legal_basis, case_ref, request_id, resource");
    private final BinaryCopy subjects =
            new BinaryCopy("guarded.event_subject", "leaf_index, recorded, subject, agency");
    private final BinaryCopy details = new BinaryCopy("guarded.sealed_detail", "leaf_index, ciphertext");
    private final BinaryCopy keys = new BinaryCopy("guarded.sealed_index", "leaf_index, kind, key, recorded");
    private final BinaryCopy tiles = new BinaryCopy("tile", "level, idx, hashes, root");

    void add(long index, String source, int epoch, Leaf leaf) {
        leaves.row(index, source, epoch, leaf.seq(), leaf.hash().bytes(), leaf.body());
        if (leaf.sealed() != null) {
            details.row(index, leaf.sealed());
        }
        // The same columns that a review expects of the row.
        var event = EventColumns.of(leaf.event());
        event.subjects().forEach(subject -> subjects.row(index, event.recorded(), subject, event.agency()));
        leaf.index().forEach(key -> keys.row(index, key.kind().column(), key.key(), event.recorded()));
        events.row(Stream.concat(Stream.of(index), event.values().stream()).toArray());
    }

    void add(TileHashes full) {
        var tile = full.tile();
        tiles.row(
                (short) tile.level(), tile.index(), full.encoded(), full.root().bytes());
    }

    void send(Connection connection) throws SQLException {
        leaves.send(connection);
        events.send(connection);
        subjects.send(connection);
        details.send(connection);
        keys.send(connection);
        tiles.send(connection);
    }
}
