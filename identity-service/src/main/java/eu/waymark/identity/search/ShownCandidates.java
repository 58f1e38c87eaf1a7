package eu.waymark.identity.search;

import eu.waymark.identity.record.FoundPerson;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Other agencies' records that searches have shown, each under a random handle. */
@ApplicationScoped
class ShownCandidates {

    private static final String INSERT = "insert into search_candidate (handle, search_id, person_id)"
            + " select s.handle, ?, s.person_id from unnest(?::uuid[], ?::uuid[]) as s (handle, person_id)";

    private final AgroalDataSource database;

    ShownCandidates(AgroalDataSource database) {
        this.database = database;
    }

    /** Notes that a search shows these records; a handle for each. */
    Map<UUID, UUID> show(UUID search, List<FoundPerson> people) {
        var handles = new LinkedHashMap<UUID, UUID>();
        people.forEach(person -> handles.put(person.id(), UUID.randomUUID()));
        if (handles.isEmpty()) {
            return handles;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, search);
            insert.setArray(2, connection.createArrayOf("uuid", handles.values().toArray()));
            insert.setArray(3, connection.createArrayOf("uuid", handles.keySet().toArray()));
            insert.executeUpdate();
            return handles;
        } catch (SQLException failed) {
            throw new SearchException("What a search shows could not be noted", failed);
        }
    }
}
