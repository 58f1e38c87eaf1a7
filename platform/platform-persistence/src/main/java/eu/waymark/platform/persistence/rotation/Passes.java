package eu.waymark.platform.persistence.rotation;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far the keys of each table have been wrapped by a row key. */
@Singleton
class Passes {

    private static final String UNFINISHED = "select not exists (select from row_key_pass"
            + " where row_key = ? and keys_of = ? and finished_at is not null)";
    private static final String BEGIN =
            "insert into row_key_pass (row_key, keys_of) values (?, ?) on conflict do nothing";
    private static final String TAKE = "select after from row_key_pass"
            + " where row_key = ? and keys_of = ? and finished_at is null for update skip locked";
    private static final String ADVANCE =
            "update row_key_pass set after = ?, in_pass = in_pass + ? where row_key = ? and keys_of = ?";
    private static final String END = """
            update row_key_pass set finished_at = case when in_pass = 0 then clock_timestamp() end,
                after = '00000000-0000-0000-0000-000000000000', in_pass = 0
             where row_key = ? and keys_of = ?""";

    private final AgroalDataSource database;

    Passes(AgroalDataSource database) {
        this.database = database;
    }

    /** A wrapped key with what it was made for. */
    record Key(UUID id, byte[] context, byte[] wrapped) {}

    /** A key and what takes its place. */
    record Replaced(Key old, byte[] fresh) {}

    boolean isUnfinished(byte[] rowKey, WrappedKeys keys) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(UNFINISHED)) {
            return first(select, rowKey, keys, Boolean.class).orElse(true);
        } catch (SQLException failed) {
            throw new RotationException(failed);
        }
    }

    /** Where the next batch begins; nothing where another replica is at it or nothing is left. */
    Optional<UUID> take(byte[] rowKey, WrappedKeys keys) {
        try (var connection = database.getConnection();
                var begin = connection.prepareStatement(BEGIN);
                var take = connection.prepareStatement(TAKE)) {
            begin.setBytes(1, rowKey);
            begin.setString(2, keys.table());
            begin.executeUpdate();
            return first(take, rowKey, keys, UUID.class);
        } catch (SQLException failed) {
            throw new RotationException(failed);
        }
    }

    private static <T> Optional<T> first(PreparedStatement select, byte[] rowKey, WrappedKeys keys, Class<T> type)
            throws SQLException {
        select.setBytes(1, rowKey);
        select.setString(2, keys.table());
        try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getObject(1, type)) : Optional.empty();
        }
    }

    List<Key> after(UUID place, int most, WrappedKeys keys) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(keys.next())) {
            select.setObject(1, place);
            select.setInt(2, most);
            var found = new ArrayList<Key>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Key(rows.getObject(1, UUID.class), rows.getBytes(2), rows.getBytes(3)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new RotationException(failed);
        }
    }

    /** Stores the new keys and moves on behind the last of the batch; an empty batch ends the pass. */
    void store(byte[] rowKey, WrappedKeys keys, List<Key> batch, List<Replaced> replaced) {
        try (var connection = database.getConnection()) {
            replace(connection, keys, replaced);
            try (var update = connection.prepareStatement(batch.isEmpty() ? END : ADVANCE)) {
                int next = 1;
                if (!batch.isEmpty()) {
                    update.setObject(next++, batch.getLast().id());
                    update.setInt(next++, replaced.size());
                }
                update.setBytes(next++, rowKey);
                update.setString(next, keys.table());
                update.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new RotationException(failed);
        }
    }

    private static void replace(Connection connection, WrappedKeys keys, List<Replaced> replaced) throws SQLException {
        try (var update = connection.prepareStatement(keys.replace())) {
            for (var one : replaced) {
                update.setBytes(1, one.fresh());
                update.setObject(2, one.old().id());
                update.setBytes(3, one.old().wrapped());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
