package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.audit.jdbc.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The lock of whoever may write something, which goes with the transaction. A process that freezes between two statements loses
 * its session, for it is idle; one that freezes while it sends rows does not, for PostgreSQL takes it for busy and waits for the
 * rest without end. Whoever has waited for it in vain ends that session.
 */
final class Lead {

    private static final Logger LOG = Logger.getLogger(Lead.class);

    private static final String END_OF_FROZEN = """
            select count(pg_terminate_backend(l.pid)) from pg_locks l join pg_stat_activity a on a.pid = l.pid
             where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
               and (l.classid::bigint << 32) + l.objid::bigint = ?
               and a.state = 'active' and a.wait_event = 'ClientRead'
               and a.query_start < now() - current_setting('waymark.leader_timeout', true)::interval""";

    private Lead() {}

    /**
     * Waits for the lock.
     *
     * @param sql a query that takes it
     */
    static void take(DataSource database, Connection connection, String sql, long lock) throws SQLException {
        try {
            new OneConnection(connection).list(sql, _ -> true, lock);
        } catch (SqlFailure failed) {
            if (failed.isWaitInVain()) {
                connection.rollback();
                endFrozen(database, lock);
            }
            throw failed;
        }
    }

    private static void endFrozen(DataSource database, long lock) throws SQLException {
        try (var connection = database.getConnection()) {
            var ended = new OneConnection(connection)
                    .list(END_OF_FROZEN, row -> row.getLong(1), lock)
                    .getFirst();
            if (ended > 0) {
                LOG.errorf("A writer froze while it sent rows: its session was ended, nothing of its group is kept");
            }
        }
    }
}
