package eu.waymark.platform.persistence.relay;

import java.sql.Connection;
import java.sql.SQLException;

/** All of some work on a connection, or none of it. */
final class Transaction {

    private Transaction() {}

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    static void run(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
