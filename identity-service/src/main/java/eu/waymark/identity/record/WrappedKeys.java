package eu.waymark.identity.record;

import eu.waymark.platform.persistence.crypto.RowCipher;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The wrapped data keys of records and of their earlier versions, and how far a rotation has come. */
@ApplicationScoped
class WrappedKeys {

    private static final String UNFINISHED =
            "select not exists (select from key_rotation where row_key = ? and finished_at is not null)";
    private static final String BEGIN = "insert into key_rotation (row_key) values (?) on conflict do nothing";
    private static final String TAKE =
            "select after from key_rotation where row_key = ? and finished_at is null for update skip locked";
    private static final String RECORDS =
            "select id, version, wrapped_key, true from person where id > ? order by id limit ?";
    private static final String VERSIONS =
            "select person_id, version, wrapped_key, false from person_version where person_id = any(?)";
    private static final String STORE = "update person set wrapped_key = ? where id = ? and version = ?";
    private static final String STORE_VERSION =
            "update person_version set wrapped_key = ? where person_id = ? and version = ?";
    private static final String ADVANCE =
            "update key_rotation set after = ?, in_pass = in_pass + ?, rewrapped = rewrapped + ? where row_key = ?";

    /** A pass without a find ends the rotation, another begins the next pass. */
    private static final String END_OF_PASS = """
            update key_rotation set finished_at = case when in_pass = 0 then clock_timestamp() end,
                after = '00000000-0000-0000-0000-000000000000', in_pass = 0
            where row_key = ?""";

    private final AgroalDataSource database;

    WrappedKeys(AgroalDataSource database) {
        this.database = database;
    }

    /** The wrapped key of one version of a record. */
    record Wrapped(UUID id, int version, byte[] key, boolean isCurrent) {

        boolean isWrappedBy(byte[] rowKey) {
            return Arrays.equals(key, 0, rowKey.length, rowKey, 0, rowKey.length);
        }

        Rewrapped rewrapped(RowCipher cipher) {
            var fresh = cipher.rewrap(key, DemographicsVault.context(id, version));
            return new Rewrapped(id, version, fresh, isCurrent);
        }
    }

    /** The same key, wrapped anew. */
    record Rewrapped(UUID id, int version, byte[] key, boolean isCurrent) {}

    boolean isUnfinished(byte[] rowKey) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(UNFINISHED)) {
            select.setBytes(1, rowKey);
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IndexException("The rotation of keys could not be read", failed);
        }
    }

    /** Where the next batch begins; nothing where another replica is at it or nothing is left. */
    Optional<UUID> take(byte[] rowKey) {
        try (var connection = database.getConnection();
                var begin = connection.prepareStatement(BEGIN);
                var take = connection.prepareStatement(TAKE)) {
            begin.setBytes(1, rowKey);
            begin.executeUpdate();
            take.setBytes(1, rowKey);
            try (var rows = take.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IndexException("The rotation of keys could not be taken", failed);
        }
    }

    /** The keys of the next records in order of their ids, and those of all their earlier versions. */
    List<Wrapped> after(UUID place, int most) {
        try (var connection = database.getConnection();
                var records = connection.prepareStatement(RECORDS);
                var versions = connection.prepareStatement(VERSIONS)) {
            records.setObject(1, place);
            records.setInt(2, most);
            var keys = new ArrayList<Wrapped>();
            read(records, keys);
            versions.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", keys.stream().map(Wrapped::id).toArray()));
            read(versions, keys);
            return keys;
        } catch (SQLException failed) {
            throw new IndexException("Wrapped keys could not be read", failed);
        }
    }

    private static void read(PreparedStatement select, List<Wrapped> keys) throws SQLException {
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                keys.add(new Wrapped(
                        rows.getObject(1, UUID.class), rows.getInt(2), rows.getBytes(3), rows.getBoolean(4)));
            }
        }
    }

    /** A record that was corrected meanwhile has a key of its own already, wrapped as it should be. */
    void store(List<Rewrapped> keys) {
        store(STORE, keys.stream().filter(Rewrapped::isCurrent).toList());
        store(STORE_VERSION, keys.stream().filter(key -> !key.isCurrent()).toList());
    }

    private void store(String statement, List<Rewrapped> keys) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            for (var key : keys) {
                update.setBytes(1, key.key());
                update.setObject(2, key.id());
                update.setInt(3, key.version());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException failed) {
            throw new IndexException("Wrapped keys could not be written", failed);
        }
    }

    void advance(byte[] rowKey, List<Wrapped> batch, int changed) {
        var last = batch.stream().filter(Wrapped::isCurrent).reduce((first, second) -> second);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(last.isPresent() ? ADVANCE : END_OF_PASS)) {
            if (last.isPresent()) {
                update.setObject(1, last.get().id());
                update.setInt(2, changed);
                update.setInt(3, changed);
                update.setBytes(4, rowKey);
            } else {
                update.setBytes(1, rowKey);
            }
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IndexException("The rotation of keys could not be recorded", failed);
        }
    }
}
