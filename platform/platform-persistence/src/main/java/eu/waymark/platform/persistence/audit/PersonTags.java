package eu.waymark.platform.persistence.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The pseudonyms under which person records appear in the audit trail, as identity told them. */
@Singleton
public class PersonTags {

    private static final String FIND = "select tag from person_tag where record_id = any (?) and tag is not null";
    private static final String SEALED = "select tag from person_tag where tag = any (?) and sealed";
    private static final String REMEMBER = "insert into person_tag as known (record_id, tag)"
            + " select asked.* from (values (?::uuid, ?::text)) asked where not exists"
            + " (select from person_erasure where record_id = asked.column1 and erased_at is not null)"
            + " on conflict (record_id) do update set tag = excluded.tag where known.tag is null";
    private static final String SEAL = "insert into person_tag (record_id, sealed) values (?, ?)"
            + " on conflict (record_id) do update set sealed = excluded.sealed";

    private final AgroalDataSource database;

    PersonTags(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<String> find(UUID recordId) {
        return find(List.of(recordId)).stream().findFirst();
    }

    /** The tags of many records, in one question. */
    public Collection<String> find(Collection<UUID> recordIds) {
        return tags(FIND, "uuid", recordIds);
    }

    /** Which of these tags are of sealed subjects: one question, and none where there is no tag. */
    Set<String> sealedAmong(Collection<String> tags) {
        return tags.isEmpty() ? Set.of() : new HashSet<>(tags(SEALED, "text", tags));
    }

    /** Keeps a tag. A record's tag never changes, so one that is known already stays; that of an erased one does not. */
    public void remember(UUID recordId, String tag) {
        update(REMEMBER, recordId, tag);
    }

    /**
     * Notes whether the subject is sealed: whether events hide which child they are about. It may come before the tag is
     * known, since two services tell of the two.
     */
    public void seal(UUID recordId, boolean sealed) {
        update(SEAL, recordId, sealed);
    }

    private Collection<String> tags(String question, String type, Collection<?> asked) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(question)) {
            select.setArray(1, connection.createArrayOf(type, asked.toArray()));
            return read(select);
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    private static Collection<String> read(PreparedStatement select) throws SQLException {
        var tags = new ArrayList<String>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                tags.add(rows.getString(1));
            }
        }
        return tags;
    }

    private void update(String sql, UUID recordId, Object value) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setObject(1, recordId);
            update.setObject(2, value);
            update.executeUpdate();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }
}
