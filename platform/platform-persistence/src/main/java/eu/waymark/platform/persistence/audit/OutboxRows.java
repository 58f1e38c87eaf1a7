package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.persistence.audit.AuditLogClient.Acknowledged;
import eu.waymark.platform.persistence.audit.AuditLogClient.Numbered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit outbox as its relay sees it. Every method is one transaction; the caller holds the relay's lock. */
@Singleton
class OutboxRows {

    /** A restored database starts a new epoch; this first version has one. */
    static final int EPOCH = 1;

    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private final CanonicalEvents canonical;

    OutboxRows(CanonicalEvents canonical) {
        this.canonical = canonical;
    }

    private record Unnumbered(UUID id, String event) {}

    /** Gives the next events their dense number, link to the one before, and canonical bytes. */
    void number(Connection connection, String source) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var place = SourcePlace.read(connection, EPOCH);
            for (var row : unnumbered(connection)) {
                var body = canonical.bytes(row.event(), source, EPOCH, place);
                place = place.next(body);
                assign(connection, row.id(), place.seq(), body);
            }
            place.write(connection, EPOCH);
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<Unnumbered> unnumbered(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "select id, event from audit_outbox where seq is null order by order_no limit " + BATCH)) {
            var found = new ArrayList<Unnumbered>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Unnumbered(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
            return found;
        }
    }

    private static void assign(Connection connection, UUID id, long seq, byte[] body) throws SQLException {
        try (var update = connection.prepareStatement("update audit_outbox set seq = ?, body = ? where id = ?")) {
            update.setLong(1, seq);
            update.setBytes(2, body);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    List<Numbered> unacknowledged(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select seq, body from audit_outbox"
                + " where acknowledged_at is null and seq is not null order by seq limit " + BATCH)) {
            var batch = new ArrayList<Numbered>();
            var bytes = 0;
            try (var rows = select.executeQuery()) {
                while (bytes < BATCH_BYTES && rows.next()) {
                    var event = new Numbered(rows.getLong(1), rows.getBytes(2));
                    bytes += event.body().length;
                    batch.add(event);
                }
            }
            return batch;
        }
    }

    void acknowledge(Connection connection, List<Acknowledged> places) throws SQLException {
        try (var update = connection.prepareStatement(
                "update audit_outbox set leaf_index = ?, acknowledged_at = now() where seq = ?")) {
            for (var place : places) {
                update.setLong(1, place.leafIndex());
                update.setLong(2, place.seq());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    @Nullable
    Instant oldestUnacknowledged(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select min(written_at) from audit_outbox where acknowledged_at is null");
                var rows = select.executeQuery()) {
            var oldest = rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
            return oldest == null ? null : oldest.toInstant();
        }
    }
}
