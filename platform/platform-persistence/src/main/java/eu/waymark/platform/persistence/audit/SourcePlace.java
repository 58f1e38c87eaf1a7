package eu.waymark.platform.persistence.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where numbering of a source stands.
 *
 * @param seq number of the last event, 0 before the first
 * @param hash SHA-256 of the last event's bytes, absent before the first
 */
record SourcePlace(long seq, byte @Nullable [] hash) {

    static SourcePlace read(Connection connection, int epoch) throws SQLException {
        try (var select = connection.prepareStatement("select last_seq, last_hash from audit_source where epoch = ?")) {
            select.setInt(1, epoch);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("audit_source has no row for epoch " + epoch);
                }
                return new SourcePlace(rows.getLong(1), rows.getBytes(2));
            }
        }
    }

    SourcePlace next(byte[] body) {
        return new SourcePlace(seq + 1, CanonicalEvents.sha256(body));
    }

    void write(Connection connection, int epoch) throws SQLException {
        try (var update = connection.prepareStatement(
                "update audit_source set last_seq = ?, last_hash = ? where epoch = ? and last_seq <> ?")) {
            update.setLong(1, seq);
            update.setBytes(2, hash);
            update.setInt(3, epoch);
            update.setLong(4, seq);
            update.executeUpdate();
        }
    }
}
