package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.audit.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The connection that fills the tables that are searched, for the time of one transaction. Replicas take turns by a lock,
 * and each goes on where the tables end, so that no leaf is left out and none stands there twice.
 */
final class ReadModelConnection implements AutoCloseable {

    /** Any fixed number: every replica asks for the same lock. */
    static final long LOCK = 0x726561646d6f64L;

    private static final String LEAD = "select pg_advisory_xact_lock(?)";
    /** What a crash takes can be fetched from the leaves, which are durable: no commit has to wait for the disk. */
    private static final String LEAD_UNHURRIED =
            "select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(?)";

    private final Connection connection;
    private final Sql sql;

    private ReadModelConnection(Connection connection) {
        this.connection = connection;
        this.sql = new OneConnection(connection);
    }

    /** Waits until no other replica is at it. */
    static ReadModelConnection lead(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            var model = new ReadModelConnection(connection);
            Lead.take(database, connection, LEAD_UNHURRIED, LOCK);
            return model;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Makes the running transaction the one that fills the tables. */
    static void leadTransaction(Sql transaction) {
        transaction.list(LEAD, _ -> true, LOCK);
    }

    /** The first leaf below a size that the tables lack; the size where they lack none. */
    static long reached(Sql sql, long size) {
        return sql.first("select read_model_reaches(?)", row -> row.getLong(1), size)
                .orElseThrow();
    }

    long reached(long size) {
        return reached(sql, size);
    }

    /** Adds rows, and lets go what they erase. */
    static void write(Connection connection, ReadModelRows rows) throws SQLException {
        rows.send(connection);
        var sql = new OneConnection(connection);
        rows.erasures().forEach(index -> sql.list("select erase_details(?)", _ -> true, index));
        // After these, since an erasure may stand before such an event in the same group.
        if (rows.haveDetails()) {
            sql.list("select erase_late_details(?, ?)", _ -> true, rows.first(), rows.last() + 1);
        }
    }

    void commit(ReadModelRows rows) throws SQLException {
        write(connection, rows);
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
