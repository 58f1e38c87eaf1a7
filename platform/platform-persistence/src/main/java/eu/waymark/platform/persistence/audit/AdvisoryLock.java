package eu.waymark.platform.persistence.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** One worker at a time, over all replicas: a PostgreSQL advisory lock that goes when its connection goes. */
public final class AdvisoryLock {

    private AdvisoryLock() {}

    /** Work under the lock. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** Does the work if nobody else holds the lock; otherwise does nothing. */
    public static void whileHeld(Connection connection, long key, Work work) throws SQLException {
        if (!ask(connection, "select pg_try_advisory_lock(?)", key)) {
            return;
        }
        try {
            work.run();
        } finally {
            ask(connection, "select pg_advisory_unlock(?)", key);
        }
    }

    private static boolean ask(Connection connection, String question, long key) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, key);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
