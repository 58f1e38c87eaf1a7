package eu.waymark.platform.persistence.fact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** One subscriber's place in the outbox, and what it refused. */
record Subscriber(String name) {

    long position(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into fact_cursor (subscriber, position) values (?, 0) on conflict do nothing")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement("select position from fact_cursor where subscriber = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    void advance(Connection connection, long position) throws SQLException {
        try (var update = connection.prepareStatement("update fact_cursor set position = ? where subscriber = ?")) {
            update.setLong(1, position);
            update.setString(2, name);
            update.executeUpdate();
        }
    }

    /** Whether an earlier fact about the subject was refused, so that a later one must not overtake it. */
    boolean isBlocked(Connection connection, UUID subject) throws SQLException {
        try (var select = connection.prepareStatement(
                "select exists (select from fact_dead_letter where subscriber = ? and subject = ?)")) {
            select.setString(1, name);
            select.setObject(2, subject);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    void bury(Connection connection, Fact fact, int status) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into fact_dead_letter (subscriber, fact_id, subject, status)"
                        + " values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setObject(2, fact.id());
            insert.setObject(3, fact.subject());
            insert.setInt(4, status);
            insert.executeUpdate();
        }
    }
}
