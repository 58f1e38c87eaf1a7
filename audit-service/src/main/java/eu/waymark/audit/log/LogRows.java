package eu.waymark.audit.log;

import eu.waymark.log.TileHashes;
import java.sql.Connection;
import java.sql.SQLException;

/** What a group adds to the log: leaves, the details beside them, and the tiles they fill. */
final class LogRows {

    private static final byte[] NOTHING_ELSE = {};

    private final BinaryCopy leaves =
            new BinaryCopy("guarded.leaf", "leaf_index, source, epoch, seq, leaf_hash, event_id, body");
    private final BinaryCopy details = new BinaryCopy("guarded.sealed_detail", "leaf_index, ciphertext");
    private final BinaryCopy tiles = new BinaryCopy("tile", "level, idx, hashes, root");

    void add(long index, Leaf leaf) {
        leaves.row(index, leaf.rows().place(), leaf.body());
        if (leaf.sealed() != null) {
            details.row(index, NOTHING_ELSE, leaf.sealed());
        }
    }

    void add(TileHashes full) {
        var tile = full.tile();
        tiles.row(BinaryCopy.encoded(
                (short) tile.level(), tile.index(), full.encoded(), full.root().bytes()));
    }

    void send(Connection connection) throws SQLException {
        leaves.send(connection);
        details.send(connection);
        tiles.send(connection);
    }
}
