package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.audit.AuditLogClient.Acknowledged;
import eu.waymark.platform.persistence.audit.AuditLogClient.Numbered;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered events of the newest epoch, as the relay sends them. The caller holds the relay's lock. */
@Singleton
class OutboxRows {

    static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    // A stand-in declares no details; those of the event it stands for stay here.
    private static final String NUMBERED = "select seq, body, case when replaced then null else sealed end"
            + " from audit_outbox where %s and seq >= ?%s order by seq limit " + BATCH;
    private static final String HELD = NUMBERED.formatted("epoch = ?", "");
    /**
     * Not by the index of epochs and numbers: it leads through all rows that are kept, days of them, at every turn of the
     * relay, where the index of what is not acknowledged holds a handful.
     */
    static final String UNACKNOWLEDGED = NUMBERED.formatted("epoch + 0 = ?", " and acknowledged_at is null");

    /** By the index of what is not covered: see the script that made it (V0_18). */
    static final String COVER = "update audit_outbox set covered_size = leaf_index + 1"
            + " where acknowledged_at is not null and covered_size is null";

    List<Numbered> unacknowledged(Connection connection, int epoch) throws SQLException {
        return numbered(connection, UNACKNOWLEDGED, epoch, 1);
    }

    /** From this number on, whether acknowledged or not: for a log that has lost what it had. */
    List<Numbered> held(Connection connection, int epoch, long from) throws SQLException {
        return numbered(connection, HELD, epoch, from);
    }

    private static List<Numbered> numbered(Connection connection, String sql, int epoch, long from)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, epoch);
            select.setLong(2, from);
            var batch = new ArrayList<Numbered>();
            var bytes = 0;
            try (var rows = select.executeQuery()) {
                while (bytes < BATCH_BYTES && rows.next()) {
                    var event = new Numbered(rows.getLong(1), rows.getBytes(2), rows.getBytes(3));
                    bytes += event.body().length + (event.sealed() == null ? 0 : event.sealed().length);
                    batch.add(event);
                }
            }
            return batch;
        }
    }

    /**
     * Notes where the log keeps events.
     *
     * @return false if one that a checkpoint covered is said to stand elsewhere now; its old place stays
     */
    boolean acknowledge(Connection connection, int epoch, List<Acknowledged> places) throws SQLException {
        try (var update = connection.prepareStatement("update audit_outbox set leaf_index = ?,"
                + " acknowledged_at = coalesce(acknowledged_at, now())"
                + " where epoch = ? and seq = ? and (covered_size is null or leaf_index = ?)")) {
            for (var place : places) {
                update.setLong(1, place.leafIndex());
                update.setInt(2, epoch);
                update.setLong(3, place.seq());
                update.setLong(4, place.leafIndex());
                update.addBatch();
            }
            return Arrays.stream(update.executeBatch()).allMatch(count -> count != 0);
        }
    }

    /** Where this service holds the log itself, what is acknowledged is covered. */
    void coverAcknowledged(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(COVER)) {
            update.executeUpdate();
        }
    }

    /** Heartbeats are left out: a service that nobody uses does not fall behind. */
    @Nullable
    Instant oldestUnacknowledged(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select min(written_at) from audit_outbox where acknowledged_at is null and not heartbeat");
                var rows = select.executeQuery()) {
            var oldest = rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
            return oldest == null ? null : oldest.toInstant();
        }
    }
}
