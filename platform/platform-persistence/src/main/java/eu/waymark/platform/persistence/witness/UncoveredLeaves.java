package eu.waymark.platform.persistence.witness;

import eu.waymark.log.Hash;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Kept leaves that have not been found in the log yet. */
@Singleton
class UncoveredLeaves {

    static final int MOST = 2_000;

    /** SHA-256 of 0x00 and the body (RFC 6962, 2.1), computed where the body is. */
    private static final String HASH = "sha256('\\x00'::bytea || body)";

    /** What is kept: this service's own events, and copies of the log's own leaves. */
    enum Kind {
        EVENTS("audit_outbox", "acknowledged_at is not null and "),
        COPIES("audit_copy", "");

        /** By the index of what is not covered: see the script that made it (V0_18). */
        final String uncovered;

        private final String cover;

        Kind(String table, String inTheLog) {
            this.uncovered = "select leaf_index, " + HASH + " from " + table + " where " + inTheLog
                    + "covered_size is null and leaf_index + 0 < ? order by leaf_index + 0 limit " + MOST;
            this.cover = "update " + table + " set covered_size = ? where leaf_index = ? and covered_size is null and "
                    + HASH + " = ?";
        }
    }

    /** A leaf where the log said it is, with the hash of what it should be. */
    record Leaf(long index, Hash hash) {}

    List<Leaf> below(Connection connection, Kind kind, long size) throws SQLException {
        try (var select = connection.prepareStatement(kind.uncovered)) {
            select.setLong(1, size);
            var leaves = new ArrayList<Leaf>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    leaves.add(new Leaf(rows.getLong(1), Hash.of(rows.getBytes(2))));
                }
            }
            return leaves;
        }
    }

    void cover(Connection connection, Kind kind, long size, List<Leaf> leaves) throws SQLException {
        try (var update = connection.prepareStatement(kind.cover)) {
            for (var leaf : leaves) {
                update.setLong(1, size);
                update.setLong(2, leaf.index());
                update.setBytes(3, leaf.hash().bytes());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
