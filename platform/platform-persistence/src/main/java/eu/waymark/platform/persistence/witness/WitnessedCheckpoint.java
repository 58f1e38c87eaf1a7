package eu.waymark.platform.persistence.witness;

import eu.waymark.log.Hash;
import eu.waymark.log.note.SignedNote;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The newest checkpoint that this service has verified, kept in its own database. It never steps back. */
@Singleton
class WitnessedCheckpoint {

    Optional<Verified> read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select size, root, note from audit_witness");
                var rows = select.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Verified(
                            rows.getLong(1), Hash.of(rows.getBytes(2)), SignedNote.parse(rows.getString(3))))
                    : Optional.empty();
        }
    }

    /**
     * Takes a newer checkpoint, if what it was compared with is still the newest.
     *
     * @param known what it was compared with; empty for the first
     * @return false where somebody else took one meanwhile; nothing is changed then, and nothing may be signed
     */
    boolean advance(Connection connection, Optional<Verified> known, Verified newer) throws SQLException {
        return known.isEmpty() ? begin(connection, newer) : replace(connection, known.get(), newer);
    }

    /** Keeps the same checkpoint with more cosignatures. */
    boolean keep(Connection connection, Verified known) throws SQLException {
        return replace(connection, known, known);
    }

    private static boolean begin(Connection connection, Verified first) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into audit_witness (size, root, note) values (?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, first.size());
            insert.setBytes(2, first.root().bytes());
            insert.setString(3, first.note().encoded());
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean replace(Connection connection, Verified known, Verified newer) throws SQLException {
        try (var update = connection.prepareStatement("update audit_witness set size = ?, root = ?, note = ?,"
                + " verified_at = now() where size = ? and root = ?")) {
            update.setLong(1, newer.size());
            update.setBytes(2, newer.root().bytes());
            update.setString(3, newer.note().encoded());
            update.setLong(4, known.size());
            update.setBytes(5, known.root().bytes());
            return update.executeUpdate() == 1;
        }
    }
}
