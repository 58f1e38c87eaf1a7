package eu.waymark.platform.persistence.fact;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/** With which others a person record is one child, and how old that child is taken to be, as identity told it. */
@Singleton
class PersonIdentities {

    private static final String UNLESS_ERASED = " where not exists"
            + " (select from person_erasure where record_id = asked.column1 and erased_at is not null)"
            + " on conflict (record_id) do update set ";
    private static final String LINKED = "insert into person_tag (record_id, identity_id)"
            + " select asked.* from (values (?::uuid, ?::uuid)) asked" + UNLESS_ERASED
            + "identity_id = excluded.identity_id";
    private static final String AGED = "insert into person_tag (record_id, age_state, treated_as_child)"
            + " select asked.* from (values (?::uuid, ?::text, ?::boolean)) asked" + UNLESS_ERASED
            + "age_state = excluded.age_state, treated_as_child = excluded.treated_as_child";

    private final AgroalDataSource database;

    PersonIdentities(AgroalDataSource database) {
        this.database = database;
    }

    void linked(UUID record, UUID identity) {
        update(LINKED, record, identity);
    }

    void aged(UUID record, String state, boolean treatedAsChild) {
        update(AGED, record, state, treatedAsChild);
    }

    private void update(String sql, Object... values) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new FactException("What identity told could not be kept", failed);
        }
    }
}
