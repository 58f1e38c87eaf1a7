package eu.waymark.sandbox.fault;

import eu.waymark.log.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of the log, read past the service.
 *
 * @param leaves in the order of their index
 * @param eventIds what the read model calls the events, in the order of their leaf
 * @param tiles full tiles
 * @param notes every checkpoint that was stored
 */
record LogDump(List<Leaf> leaves, List<String> eventIds, List<StoredTile> tiles, List<String> notes) {

    record Leaf(long index, String source, int epoch, long seq, Hash hash, byte[] body) {}

    record StoredTile(int level, long index, byte[] hashes, Hash root) {}

    /** All of it at one moment, however it grows. */
    static LogDump read(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return new LogDump(
                list(
                        owner,
                        "select leaf_index, source, epoch, seq, leaf_hash, body from guarded.leaf order by leaf_index",
                        row -> new Leaf(
                                row.getLong(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                Hash.of(row.getBytes(5)),
                                row.getBytes(6))),
                list(
                        owner,
                        "select event_id::text from guarded.access_event order by leaf_index",
                        row -> row.getString(1)),
                list(
                        owner,
                        "select level, idx, hashes, root from tile order by level, idx",
                        row -> new StoredTile(
                                row.getInt(1), row.getLong(2), row.getBytes(3), Hash.of(row.getBytes(4)))),
                list(owner, "select note from checkpoint order by size", row -> row.getString(1)));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String sql, Row<T> row) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }
}
