package eu.waymark.platform.persistence.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** The pseudonyms under which person records appear in the audit trail, as identity told them. */
@Singleton
public class PersonTags {

    private static final String INSERT = "insert into person_tag (record_id, tag) values (?, ?) on conflict do nothing";

    private final AgroalDataSource database;

    PersonTags(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<String> find(UUID recordId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select tag from person_tag where record_id = ?")) {
            select.setObject(1, recordId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** The tags of many records, in one question. */
    public Collection<String> find(Collection<UUID> recordIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select tag from person_tag where record_id = any (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", recordIds.toArray()));
            var tags = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    tags.add(rows.getString(1));
                }
            }
            return tags;
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** Keeps a tag. A record's tag never changes, so one that is known already stays. */
    public void remember(UUID recordId, String tag) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, recordId);
            insert.setString(2, tag);
            insert.executeUpdate();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }
}
