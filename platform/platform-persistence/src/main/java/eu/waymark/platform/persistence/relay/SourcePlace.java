package eu.waymark.platform.persistence.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where numbering of a source stands, in its newest epoch.
 *
 * @param seq number of the last event, 0 before the first
 * @param hash SHA-256 of the last event's bytes, absent before the first
 * @param announcement the event that begins this epoch; none in the first
 */
record SourcePlace(
        int epoch,
        long seq,
        byte @Nullable [] hash,
        @Nullable UUID announcement) {

    static SourcePlace read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        "select epoch, last_seq, last_hash, announcement from audit_source order by epoch desc limit 1");
                var rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("audit_source has no epoch");
            }
            return new SourcePlace(rows.getInt(1), rows.getLong(2), rows.getBytes(3), rows.getObject(4, UUID.class));
        }
    }

    /** The event that must come first in this epoch, while it has not come. */
    Optional<UUID> awaited() {
        return seq == 0 ? Optional.ofNullable(announcement) : Optional.empty();
    }

    SourcePlace next(byte[] body) {
        return new SourcePlace(epoch, seq + 1, CanonicalEvents.sha256(body), announcement);
    }

    void write(Connection connection) throws SQLException {
        try (var update =
                connection.prepareStatement("update audit_source set last_seq = ?, last_hash = ? where epoch = ?")) {
            update.setLong(1, seq);
            update.setBytes(2, hash);
            update.setInt(3, epoch);
            update.executeUpdate();
        }
    }
}
