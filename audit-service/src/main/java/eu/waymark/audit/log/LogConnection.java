package eu.waymark.audit.log;

import static java.util.stream.Collectors.toMap;

import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.audit.jdbc.Sql;
import eu.waymark.audit.log.Sequence.Place;
import eu.waymark.log.Hash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The connection that writes the log, for the time of one group. Whoever holds the lock on it is the leader; the lock goes
 * with the transaction, and the transaction with the connection, so that nobody can write who has lost it.
 */
final class LogConnection implements AutoCloseable {

    /** Any fixed number: every replica asks for the same lock. */
    private static final long WRITER_LOCK = 0x5761796d61726bL;

    private static final String LEAD = "select pg_advisory_xact_lock(?)";

    private final Connection connection;
    private final OneConnection sql;

    private LogConnection(Connection connection) {
        this.connection = connection;
        this.sql = new OneConnection(connection);
    }

    /** Waits until no other group, of this or another replica, is being written. */
    static LogConnection lead(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            var log = new LogConnection(connection);
            Lead.take(database, connection, LEAD, WRITER_LOCK);
            return log;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Makes the running transaction the leader. */
    static void leadTransaction(Sql transaction) {
        transaction.list(LEAD, _ -> true, WRITER_LOCK);
    }

    long size() {
        return size(sql);
    }

    /** The number of leaves. */
    static long size(Sql sql) {
        return sql.first("select coalesce(max(leaf_index) + 1, 0) from guarded.leaf", row -> row.getLong(1))
                .orElseThrow();
    }

    LogPosition position(long size) {
        return new LogPosition(TileEdge.read(size, new TileTable(sql)), new HashMap<>());
    }

    SourceState source(String source) {
        return sql.first(
                        "select epoch, seq, event_hash from source_place(?)",
                        row -> new SourceState(row.getInt(1), row.getLong(2), row.getBytes(3)),
                        source)
                .orElse(SourceState.NEW);
    }

    /** What the log holds in these places of a source, where it holds something. */
    Map<Long, Place> places(String source, int epoch, Collection<Long> seqs) {
        record Taken(long seq, Place place) {}
        return sql
                .list(
                        "select seq, leaf_index, leaf_hash from guarded.leaf where source = ? and epoch = ? and seq = any (?)",
                        row -> new Taken(row.getLong(1), new Place(row.getLong(2), Hash.of(row.getBytes(3)))),
                        source,
                        epoch,
                        seqs.toArray(Long[]::new))
                .stream()
                .collect(toMap(Taken::seq, Taken::place));
    }

    void write(LogRows rows) throws SQLException {
        rows.send(connection);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Gives the connection back; what was not committed has not happened. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
