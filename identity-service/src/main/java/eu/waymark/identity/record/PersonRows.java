package eu.waymark.identity.record;

import eu.waymark.identity.record.PersonRecords.ExternallyKnown;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes many new records with one statement, where Hibernate would take one for each. */
@ApplicationScoped
class PersonRows {

    private static final String INSERT = """
            insert into person (id, agency, country, tag, tag_secret, wrapped_key, demographics, external_id_hash,
                version, recorded_at, import_id)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
                ?::text[], ?::integer[], ?::timestamptz[], ?::uuid[])
            on conflict (agency, external_id_hash) do nothing
            returning id, no""";

    private final AgroalDataSource database;

    PersonRows(AgroalDataSource database) {
        this.database = database;
    }

    /** The short names of those that were written; an external id that somebody else has just brought in is left out. */
    Map<UUID, Long> insert(List<PersonRecord> records) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            var columns = List.<Column>of(
                    new Column("uuid", PersonRecord::id),
                    new Column("text", PersonRecord::agency),
                    new Column("text", PersonRecord::country),
                    new Column("text", PersonRecord::tag),
                    new Column("bytea", PersonRecord::tagSecret),
                    new Column("bytea", record -> record.sealed().wrappedKey()),
                    new Column("bytea", record -> record.sealed().ciphertext()),
                    new Column("text", PersonRecord::externalIdHash),
                    new Column("integer", PersonRecord::version),
                    new Column("timestamptz", record -> record.place().time().atOffset(ZoneOffset.UTC)),
                    new Column("uuid", PersonRecord::importId));
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, columns.get(i).of(records, connection));
            }
            var numbers = new HashMap<UUID, Long>();
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return numbers;
        } catch (SQLException failed) {
            throw new IndexException("Records could not be written", failed);
        }
    }

    /** The short name of a record that is there. */
    long numberOf(UUID id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select no from person where id = ?")) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IndexException("A record could not be read", failed);
        }
    }

    /** The agency's records that have one of these hashes. */
    List<ExternallyKnown> externallyKnown(String agency, Collection<String> hashes) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select * from externally_known(?, ?)")) {
            select.setString(1, agency);
            select.setArray(2, connection.createArrayOf("text", hashes.toArray()));
            var known = new ArrayList<ExternallyKnown>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    known.add(new ExternallyKnown(
                            found.getString(1), found.getObject(2, UUID.class), found.getObject(3, UUID.class)));
                }
            }
            return known;
        } catch (SQLException failed) {
            throw new IndexException("Records could not be read", failed);
        }
    }

    /** Keeps the id in the agency's own system under another hash. */
    void rename(UUID id, String externalIdHash) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update person set external_id_hash = ? where id = ?")) {
            update.setString(1, externalIdHash);
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IndexException("A record could not be written", failed);
        }
    }

    private record Column(String type, Function<PersonRecord, @Nullable Object> value) {

        Array of(List<PersonRecord> records, Connection connection) throws SQLException {
            return connection.createArrayOf(
                    type, records.stream().map(value).toArray(type.equals("bytea") ? byte[][]::new : Object[]::new));
        }
    }
}
