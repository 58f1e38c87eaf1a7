package eu.waymark.platform.persistence.witness;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All leaves of the log that this service keeps: its own events, and copies of the log's own. */
@Singleton
class HeldLeaves {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final String HELD = """
            select leaf_index, ?, epoch, seq, body, case when replaced then null else sealed end
              from audit_outbox where leaf_index >= ?
             union all
            select leaf_index, ?, epoch, seq, body, sealed from audit_copy where leaf_index >= ?
             order by 1 limit ?""";

    private final String source;

    HeldLeaves(@ConfigProperty(name = "quarkus.application.name") String source) {
        this.source = source;
    }

    /** Those from an index on, in order. */
    List<HeldLeaf> from(Connection connection, long index, int most) throws SQLException {
        try (var select = connection.prepareStatement(HELD)) {
            select.setString(1, source);
            select.setLong(2, index);
            select.setString(3, HeldLeaf.LOG_SOURCE);
            select.setLong(4, index);
            select.setInt(5, most);
            var held = new ArrayList<HeldLeaf>();
            var bytes = 0;
            try (var rows = select.executeQuery()) {
                while (bytes < MOST_BYTES && rows.next()) {
                    held.add(leaf(rows));
                    bytes += held.getLast().size();
                }
            }
            return held;
        }
    }

    /** Index of the newest copy of the log's own leaves, -1 for none. */
    long newestCopy(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select coalesce(max(leaf_index), -1) from audit_copy");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void keep(Connection connection, List<HeldLeaf> copies) throws SQLException {
        try (var insert = connection.prepareStatement("insert into audit_copy (leaf_index, epoch, seq, body, sealed)"
                + " values (?, ?, ?, ?, ?) on conflict do nothing")) {
            for (var copy : copies) {
                insert.setLong(1, copy.leafIndex());
                insert.setInt(2, copy.epoch());
                insert.setLong(3, copy.seq());
                insert.setBytes(4, copy.body());
                insert.setBytes(5, copy.sealed());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static HeldLeaf leaf(ResultSet row) throws SQLException {
        return new HeldLeaf(
                row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4), row.getBytes(5), row.getBytes(6));
    }
}
