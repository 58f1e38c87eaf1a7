package eu.waymark.audit.log;

import eu.waymark.log.TileHashes;
import java.sql.Connection;
import java.sql.SQLException;

/** What a group adds to the database: leaves, what they say in columns, and the tiles they fill. */
final class LogRows {

    private static final byte[] NOTHING_ELSE = {};

    private final BinaryCopy leaves = new BinaryCopy("guarded.leaf", "leaf_index, source, epoch, seq, leaf_hash, body");
    private final BinaryCopy details = new BinaryCopy("guarded.sealed_detail", "leaf_index, ciphertext");
    private final BinaryCopy tiles = new BinaryCopy("tile", "level, idx, hashes, root");
    private final BinaryCopy events = new BinaryCopy(
            "guarded.access_event",
            "leaf_index, event_id, recorded, returned, source, type, action, outcome, outcome_code, actor, agency, country,"
                    + " client, purpose, legal_basis, case_ref, request_id, resource");
    private final BinaryCopy subjects =
            new BinaryCopy("guarded.event_subject", "leaf_index, recorded, subject, agency");
    private final BinaryCopy keys = new BinaryCopy("guarded.sealed_index", "leaf_index, kind, key, recorded");

    void add(long index, Leaf leaf) {
        leaves.row(index, leaf.rows().place(), leaf.body());
        if (leaf.sealed() != null) {
            details.row(index, NOTHING_ELSE, leaf.sealed());
        }
        for (var row : leaf.rows().readModel()) {
            table(row.table()).row(index, row.columns());
        }
    }

    /** Their columns are in the order in which {@link LeafRows} encodes them. */
    private BinaryCopy table(LeafRows.Table table) {
        return switch (table) {
            case EVENT -> events;
            case SUBJECT -> subjects;
            case KEY -> keys;
        };
    }

    void add(TileHashes full) {
        var tile = full.tile();
        tiles.row(BinaryCopy.encoded(
                (short) tile.level(), tile.index(), full.encoded(), full.root().bytes()));
    }

    void send(Connection connection) throws SQLException {
        leaves.send(connection);
        events.send(connection);
        subjects.send(connection);
        keys.send(connection);
        details.send(connection);
        tiles.send(connection);
    }
}
